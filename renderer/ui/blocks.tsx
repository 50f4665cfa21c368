import { Fragment, type ReactNode } from 'react';
import type { Block, TableBlock, TableCell } from '#assessments/reporting/report-document.ts';
import { useWords } from '../i18n/use-words.ts';
import { FigureSvg } from './figure-svg.tsx';

interface BlocksProps {
  readonly blocks: readonly Block[];
  /** Turns ids of questions inside a text into ways to them. */
  readonly link: (text: string) => ReactNode;
}

/** Blocks of a report on the screen: the same words and figures as on paper. */
export function Blocks({ blocks, link }: BlocksProps) {
  return blocks.map((block, i) => <BlockView key={i} block={block} link={link} />);
}

function BlockView({ block, link }: { readonly block: Block; readonly link: BlocksProps['link'] }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = ({ 1: 'h2', 2: 'h3', 3: 'h4' } as const)[block.level];
      return <Heading>{link(block.text)}</Heading>;
    }
    case 'paragraph':
      return <p className={`tone-${block.tone ?? 'normal'}`}>{link(block.text)}</p>;
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, i) => (
            <li key={i}>{link(item)}</li>
          ))}
        </List>
      );
    }
    case 'tiles':
      return (
        <div className="tiles">
          {block.tiles.map((tile) => (
            <div key={tile.label} className="tile">
              <span>{tile.label}</span>
              <strong>{tile.value}</strong>
              <span>{tile.detail}</span>
            </div>
          ))}
        </div>
      );
    case 'cards':
      return (
        <ol>
          {block.cards.map(({ title, rows }) => (
            <li key={title}>
              <strong>{link(title)}</strong>
              {rows.map(({ label, value, detail }) => (
                <div key={label}>{[label, value, detail].join(' ')}</div>
              ))}
            </li>
          ))}
        </ol>
      );
    case 'table':
      return <TableView table={block} link={link} />;
    case 'figure':
      return (
        <figure>
          <div className="figure-frame" tabIndex={0} role="group" aria-label={block.caption}>
            <FigureSvg figure={block.figure} />
          </div>
          <figcaption>{block.caption}</figcaption>
          <AsTable table={block.table} link={link} />
        </figure>
      );
    case 'callout':
      return (
        <aside className={`callout ground-${block.tone}`}>
          <strong>{link(block.title)}</strong>
          <p>{link(block.text)}</p>
        </aside>
      );
    case 'cover':
    case 'contents':
    case 'signatures':
    case 'photos':
    case 'page-break':
      return null;
  }
}

function AsTable({ table, link }: { readonly table: TableBlock; readonly link: BlocksProps['link'] }) {
  const { say } = useWords();
  return (
    <details className="as-table">
      <summary>{say('as-table')}</summary>
      <TableView table={table} link={link} />
    </details>
  );
}

function TableView({ table, link }: { readonly table: TableBlock; readonly link: BlocksProps['link'] }) {
  const text = (cell: string | TableCell) => (typeof cell === 'string' ? cell : cell.text);
  const tone = (cell: string | TableCell) => (typeof cell === 'string' ? 'normal' : (cell.tone ?? 'normal'));
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={table.caption ?? table.columns[0]?.title}>
      <table>
        {table.caption === undefined ? null : <caption>{table.caption}</caption>}
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.title} scope="col" className={`align-${column.align ?? 'left'}`}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, i) => (
            <tr key={i} className={row.band === true ? 'band' : row.span === true ? 'remark' : undefined}>
              {row.band === true || row.span === true ? (
                <td colSpan={table.columns.length}>{link(text(row.cells[0] ?? ''))}</td>
              ) : (
                row.cells.map((cell, k) => (
                  <td key={k} className={`align-${table.columns[k]?.align ?? 'left'} tone-${tone(cell)}`}>
                    {text(cell)
                      .split('\n')
                      .map((line, n) => (
                        <Fragment key={n}>
                          {n === 0 ? null : <br />}
                          {link(line)}
                        </Fragment>
                      ))}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
