interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T | '';
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T | '') => void;
  /** What stands there while nothing is chosen; left out where something always is. */
  readonly empty?: string;
  readonly hideLabel?: boolean;
  readonly inline?: boolean;
  readonly disabled?: boolean;
}

/** One of many, in the browser's own list. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, value, options, onChange, empty, hideLabel = false, inline = false, disabled = false } = props;
  return (
    <label className={inline ? 'field inline' : 'field'}>
      <span className={hideLabel ? 'unseen' : 'field-label'}>{label}</span>
      <select value={value} disabled={disabled} onChange={(event) => onChange(event.target.value as T | '')}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
