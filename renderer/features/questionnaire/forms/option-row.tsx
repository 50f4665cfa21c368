interface OptionRowProps {
  readonly name: string;
  /** The digit that chooses it. */
  readonly mark: string;
  readonly text: string;
  readonly checked: boolean;
  readonly other: boolean;
  readonly onChoose: () => void;
}

export function OptionRow({ name, mark, text, checked, other, onChoose }: OptionRowProps) {
  return (
    <label className={`option${checked ? ' chosen' : ''}${other ? ' other' : ''}`}>
      <input type="radio" name={name} value={mark} checked={checked} onChange={onChoose} />
      <span className="option-mark" aria-hidden="true">
        {mark}
      </span>
      <span>{text}</span>
    </label>
  );
}
