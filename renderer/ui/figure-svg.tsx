import type { Figure, Shape } from '#assessments/reporting/report-document.ts';

/** A report figure on the screen, in the colours of the screen. */
export function FigureSvg({ figure }: { readonly figure: Figure }) {
  return (
    <svg className="figure" viewBox={`0 0 ${figure.width} ${figure.height}`} role="img" aria-label={figure.description}>
      <defs>
        <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v4" stroke="var(--primary)" strokeWidth="1.6" />
        </pattern>
      </defs>
      {figure.shapes.map((shape, i) => (
        <ShapeSvg key={i} shape={shape} />
      ))}
    </svg>
  );
}

const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const;
const ink = (name: string | undefined) => (name === undefined ? 'none' : `var(--${name})`);

function ShapeSvg({ shape }: { readonly shape: Shape }) {
  switch (shape.kind) {
    case 'line': {
      const points = shape.points.map((point) => point.join(',')).join(' ');
      const look = {
        points,
        stroke: ink(shape.stroke),
        strokeWidth: shape.strokeWidth ?? 1,
        strokeDasharray: shape.dashed === true ? '3 2' : undefined,
        fill: ink(shape.fill),
        fillOpacity: shape.fillOpacity ?? 1,
      };
      return shape.closed ? <polygon {...look} /> : <polyline {...look} />;
    }
    case 'rect':
      return (
        <rect
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          fill={shape.hatched === true ? 'url(#hatch)' : ink(shape.fill)}
          stroke={ink(shape.stroke)}
          strokeWidth={shape.strokeWidth ?? 1}
        />
      );
    case 'circle':
      return <circle cx={shape.x} cy={shape.y} r={shape.radius} fill={ink(shape.fill)} stroke={ink(shape.stroke)} />;
    case 'text':
      return (
        <text
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          fill={ink(shape.color)}
          textAnchor={ANCHORS[shape.align ?? 'left']}
          fontWeight={shape.strong === true ? 700 : 400}
        >
          {shape.text}
        </text>
      );
  }
}
