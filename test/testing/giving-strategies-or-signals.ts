import ts from 'typescript';
import * as root from '../../src/index.js';
import { filesBelow } from '../support/source-files.js';

/** Exported functions whose declared answer is a strategy, weights, events or a signal. */
export function givingStrategiesOrSignals(): string[] {
  const telling =
    /\b(Strategy|UniverseStrategy|Allocation|DatedSignal|RateRegime|RecessionSignal|EventList|FirstCuts|RecessionLinkedEvents|Turns|DatedEvent|ObservationSeries)\b/;
  const found = filesBelow('src', '.ts').flatMap(({ path, text }) => {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    return file.statements.flatMap((statement): [string, string][] => {
      if (ts.isFunctionDeclaration(statement)) return [[statement.name?.text ?? '', statement.type?.getText() ?? '']];
      if (!ts.isVariableStatement(statement)) return [];
      return statement.declarationList.declarations.map(({ name, type, initializer }) => {
        const arrow = initializer !== undefined && ts.isArrowFunction(initializer) ? initializer.type?.getText() : '';
        return [name.getText(), `${type?.getText() ?? ''} ${arrow ?? ''}`];
      });
    });
  });
  const exported = root as Readonly<Record<string, unknown>>;
  return [
    ...new Set(
      found.filter(([name, type]) => telling.test(type) && typeof exported[name] === 'function').map(([name]) => name),
    ),
  ];
}
