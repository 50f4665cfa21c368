import { safeFileName } from '#electron/contract/safe-file-name.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { SaveButton } from '../../ui/save-button.tsx';

/** The templates to fill in elsewhere; what makes them is loaded when one is asked for. */
export function SendOut() {
  const words = useWords();
  const { say } = words;
  const { mill } = useRecord();
  const facts = async () => {
    const [{ factTemplate }, { renderForm }] = await Promise.all([
      import('./templates/fact-template.ts'),
      import('../../documents/xlsx/render-form.ts'),
    ]);
    const form = factTemplate(mill, words);
    return { name: `${safeFileName(form.meta.title)}.xlsx`, bytes: renderForm(form) };
  };
  const answers = async () => {
    const [{ answerTemplate }, { renderForm }, guidance] = await Promise.all([
      import('./templates/answer-template.ts'),
      import('../../documents/xlsx/render-form.ts'),
      mill.context.library.help(mill.packs),
    ]);
    const form = answerTemplate(mill, guidance, words);
    return { name: `${safeFileName(form.meta.title)}.xlsx`, bytes: renderForm(form) };
  };
  return (
    <section className="tables-part">
      <h2>{say('tables-out')}</h2>
      <p className="hint">{say('tables-out-hint')}</p>
      <div className="buttons tight">
        <SaveButton label={say('tables-out-facts')} kind="table" file={facts} />
        <SaveButton label={say('tables-out-answers')} kind="table" file={answers} />
      </div>
    </section>
  );
}
