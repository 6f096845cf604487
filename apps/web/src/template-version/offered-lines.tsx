import type { OfferedTemplateLine } from '@meridian/contracts-projects';
import parts from '../parts/parts.module.css';
import { lineId, partWords, stateWords } from './line-words.js';

interface OfferedLinesProps {
  readonly lines: readonly OfferedTemplateLine[];
  readonly lineCount: number;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** The lines of a later version, each to be chosen or left out. */
export function OfferedLines({ lines, lineCount, chosen, onChoose }: OfferedLinesProps) {
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <>
      <div className={parts.scroller} tabIndex={0} role="region" aria-label="Lines of the later version">
        <table className={`${parts.table} ${parts.whole}`}>
          <thead>
            <tr>
              {['Take', 'Task or gate', 'What', 'So far', 'Later version', 'Here'].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row key={lineId(line)} line={line} isChosen={chosen.has(lineId(line))} onToggle={toggle} />
            ))}
          </tbody>
        </table>
      </div>
      {lineCount > lines.length && (
        <p className="quiet">
          The first {lines.length} of {lineCount} lines; adopt or leave these out first.
        </p>
      )}
    </>
  );
}

interface RowProps {
  readonly line: OfferedTemplateLine;
  readonly isChosen: boolean;
  readonly onToggle: (id: string) => void;
}

function Row({ line, isChosen, onToggle }: RowProps) {
  const { name, before, after, here, state } = line;
  const isShut = state === 'under-way' || state === 'gone-here';
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={`Take ${partWords(line).toLowerCase()} of ${name}`}
          checked={isChosen}
          disabled={isShut}
          onChange={() => onToggle(lineId(line))}
        />
      </td>
      <td>{name}</td>
      <td>{partWords(line)}</td>
      <td>{before ?? <span className="quiet">not there</span>}</td>
      <td>{after ?? <span className="quiet">no more</span>}</td>
      <td>
        {stateWords(line) ?? <span className="quiet">{here === undefined ? 'not there' : 'as before'}</span>}
      </td>
    </tr>
  );
}
