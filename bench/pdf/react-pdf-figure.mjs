import { createElement as h } from 'react';
import { Circle, Path, Polygon, Polyline, Rect, Svg, Text } from '@react-pdf/renderer';
import { svgElements } from './figure-svg.mjs';

const COMPONENTS = { circle: Circle, path: Path, polygon: Polygon, polyline: Polyline, rect: Rect, text: Text };

/** A figure in the SVG components of @react-pdf/renderer. */
export function svgOf(figure, fontFamily) {
  const { width, height } = figure;
  return h(
    Svg,
    { width, height, viewBox: `0 0 ${width} ${height}` },
    ...svgElements(figure).map(({ tag, attributes, text }) => {
      const { fontSize, fontWeight, ...props } = inCamelCase(attributes);
      const style = tag === 'text' ? { style: { fontSize, fontWeight, fontFamily } } : {};
      return h(COMPONENTS[tag], { ...props, ...style }, text);
    }),
  );
}

function inCamelCase(attributes) {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name.replace(/-(\w)/, (_, letter) => letter.toUpperCase()),
      value,
    ]),
  );
}
