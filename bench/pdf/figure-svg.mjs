const ANCHORS = { left: 'start', center: 'middle', right: 'end' };

/** The shapes of a figure as SVG elements `{ tag, attributes, text }`, in the words of SVG. */
export function svgElements({ shapes }) {
  return shapes.flatMap((shape) => elementsOf[shape.kind](shape));
}

/** A figure as an SVG document in the given font; `unit` says what one of its units is on the page. */
export function svgText(figure, family, unit = '') {
  const inside = svgElements(figure).map(({ tag, attributes, text = '' }) => {
    const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
    return `<${tag}${written.join('')}>${escaped(text)}</${tag}>`;
  });
  const { width, height } = figure;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}${unit}" height="${height}${unit}" viewBox="0 0 ${width} ${height}" ` +
    `font-family="${family}">${inside.join('')}</svg>`
  );
}

export function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const elementsOf = {
  line: ({ points, closed, fill = 'none', fillOpacity = 1, stroke = 'none', strokeWidth = 1, dashed = false }) => [
    {
      tag: closed ? 'polygon' : 'polyline',
      attributes: {
        points: points.map((point) => point.join(',')).join(' '),
        ...{ fill, 'fill-opacity': fillOpacity, stroke, 'stroke-width': strokeWidth },
        ...(dashed ? { 'stroke-dasharray': '3 2' } : {}),
      },
    },
  ],
  rect: ({ x, y, width, height, fill = 'none', stroke = 'none', strokeWidth = 1, hatched = false }) => [
    { tag: 'rect', attributes: { x, y, width, height, fill, stroke, 'stroke-width': strokeWidth } },
    ...(hatched
      ? [{ tag: 'path', attributes: { d: hatching(x, y, width, height), stroke, 'stroke-width': 0.5 } }]
      : []),
  ],
  circle: ({ x, y, radius, fill = 'none', stroke = 'none' }) => [
    { tag: 'circle', attributes: { cx: x, cy: y, r: radius, fill, stroke } },
  ],
  text: ({ x, y, text, size, color, align = 'left', strong = false }) => [
    {
      tag: 'text',
      text,
      attributes: {
        ...{ x, y, 'font-size': size, fill: color, 'text-anchor': ANCHORS[align] },
        ...(strong ? { 'font-weight': 'bold' } : {}),
      },
    },
  ],
};

/** Rising diagonals cut off at the box. */
function hatching(x, y, width, height) {
  const strokes = [];
  for (let at = 4 - height; at < width; at += 4) {
    const from = Math.max(at, 0);
    const to = Math.min(at + height, width);
    strokes.push(`M${x + from} ${y + height - (from - at)}L${x + to} ${y + height - (to - at)}`);
  }
  return strokes.join('');
}
