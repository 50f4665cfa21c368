/** Shapes drawn with pdfkit, the figure's corner at (left, top). */
export function drawFigure(doc, shapes, left, top) {
  doc.save().translate(left, top);
  for (const shape of shapes) draw[shape.kind](doc, shape);
  doc.restore();
}

const draw = {
  line(doc, { points, closed, stroke, strokeWidth = 1, dashed = false, fill, fillOpacity = 1 }) {
    const trace = () => {
      points.forEach(([x, y], i) => (i === 0 ? doc.moveTo(x, y) : doc.lineTo(x, y)));
      if (closed) doc.closePath();
    };
    if (fill !== undefined) {
      trace();
      doc.fillColor(fill, fillOpacity).fill().fillOpacity(1);
    }
    if (stroke === undefined) return;
    trace();
    doc.lineWidth(strokeWidth);
    if (dashed) doc.dash(3, { space: 2 });
    doc.stroke(stroke).undash();
  },
  rect(doc, { x, y, width, height, fill, stroke, strokeWidth = 1, hatched = false }) {
    if (hatched) hatch(doc, x, y, width, height, stroke);
    doc.lineWidth(strokeWidth).rect(x, y, width, height);
    paint(doc, fill, stroke);
  },
  circle(doc, { x, y, radius, fill, stroke }) {
    doc.lineWidth(1).circle(x, y, radius);
    paint(doc, fill, stroke);
  },
  text(doc, { x, y, text, size, color, align = 'left', strong = false }) {
    doc
      .font(strong ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(color);
    const width = align === 'left' ? 0 : doc.widthOfString(text);
    const start = x - (align === 'center' ? width / 2 : width);
    doc.text(text, start, y, { lineBreak: false, baseline: 'alphabetic' });
  },
};

function paint(doc, fill, stroke) {
  if (fill !== undefined && stroke !== undefined) doc.fillAndStroke(fill, stroke);
  else if (fill !== undefined) doc.fill(fill);
  else if (stroke !== undefined) doc.stroke(stroke);
}

function hatch(doc, x, y, width, height, color) {
  doc.save().rect(x, y, width, height).clip().lineWidth(0.5);
  for (let at = x - height; at < x + width; at += 4) doc.moveTo(at, y + height).lineTo(at + height, y);
  doc.stroke(color).restore();
}
