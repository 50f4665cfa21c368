interface TicksProps<T extends string> {
  readonly legend: string;
  readonly all: readonly T[];
  readonly ticked: readonly T[];
  readonly name: (each: T) => string;
  readonly onToggle: (each: T) => void;
}

/** Any number of a few things, ticked. */
export function Ticks<T extends string>({ legend, all, ticked, name, onToggle }: TicksProps<T>) {
  return (
    <fieldset className="ticks">
      <legend>{legend}</legend>
      {all.map((each) => (
        <label key={each}>
          <input type="checkbox" checked={ticked.includes(each)} onChange={() => onToggle(each)} />
          <span>{name(each)}</span>
        </label>
      ))}
    </fieldset>
  );
}
