/** Why the program did not start: a text of `start-texts.json` and the values in it. Said in one line, without a stack. */
export class StartFailure extends Error {
  /**
   * @param {string} id
   * @param {Readonly<Record<string, string | number>>} values
   */
  constructor(id, values = {}) {
    super(id);
    this.id = id;
    this.values = values;
  }
}
