/** How far something has come, in words and as a bar. */
export function ProgressBar({
  label,
  done,
  of,
}: {
  readonly label: string;
  readonly done: number;
  readonly of: number;
}) {
  return (
    <div className="progress">
      <span>{label}</span>
      <progress value={done} max={Math.max(of, 1)} aria-label={label} />
      <span className="progress-count">
        {done} / {of}
      </span>
    </div>
  );
}
