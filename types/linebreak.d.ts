/** linebreak 1.1.0 ships no types; this is the part of its interface that we call. */
declare module 'linebreak' {
  interface Break {
    /** UTF-16 index after which the line may (or must) end. */
    readonly position: number;
    readonly required: boolean;
  }
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): Break | null;
  }
}
