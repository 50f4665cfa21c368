import { LANGUAGES } from '#assessments/schema/localized-text.ts';
import { texts } from '../i18n/texts.ts';

/** Instead of the program, where its host does not know this browser: how to open it, in every language, and nothing of any mill. */
export function ShutOut() {
  return (
    <main className="welcome" role="alert">
      {LANGUAGES.map((language) => (
        <section key={language} lang={language}>
          <h2>{texts['shut-out-title'][language]}</h2>
          <p>{texts['shut-out-text'][language]}</p>
        </section>
      ))}
      <p className="buttons">
        <button type="button" className="primary" onClick={() => location.reload()}>
          {LANGUAGES.map((language) => texts['retry'][language]).join(' ')}
        </button>
      </p>
    </main>
  );
}
