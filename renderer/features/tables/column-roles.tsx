import { cellName } from '#assessments/reporting/report-workbook.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Select } from '../../ui/select.tsx';
import { bodyOf, headingsOf } from './mapping/find-header.ts';
import { ROLES, type Layout, type Role } from './mapping/layout.ts';
import { textOf, type Sheet } from './reading/table.ts';

/** Rows that are shown of a table. */
const SHOWN = 4;
/** Columns that are shown of a table; the others are not used unless they were found to be. */
const MOST_COLUMNS = 40;

interface ColumnRolesProps {
  readonly sheet: Sheet;
  readonly layout: Layout;
  readonly onChange: (roles: readonly Role[]) => void;
}

/** The first rows of a table, with what each column is above it. */
export function ColumnRoles({ sheet, layout, onChange }: ColumnRolesProps) {
  const { say } = useWords();
  const headings = headingsOf(sheet.rows, layout).slice(0, MOST_COLUMNS);
  const body = bodyOf(sheet.rows, layout).slice(0, SHOWN);
  const options = ROLES.map((value) => ({ value, label: say(`tables-role-${value}`) }));
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={say('tables-columns')}>
      <table className="columns">
        <caption>{say('tables-columns')}</caption>
        <thead>
          <tr>
            {headings.map((heading, column) => (
              <th key={column} scope="col" data-role={layout.roles[column]}>
                <Select
                  hideLabel
                  label={say('tables-column', { column: cellName(column, 0).slice(0, -1), heading })}
                  value={layout.roles[column] ?? 'skip'}
                  options={options}
                  onChange={(role) =>
                    onChange(headings.map((_, i) => (i === column ? role || 'skip' : (layout.roles[i] ?? 'skip'))))
                  }
                />
                <span>{heading}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map(({ number, cells }) => (
            <tr key={number}>
              {headings.map((_, column) => (
                <td key={column}>{textOf(cells[column])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
