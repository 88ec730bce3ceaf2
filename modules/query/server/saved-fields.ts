import type { Condition, Question } from '#engine';
import type { FieldCatalogue } from '#platform/model';

/** Is everything there for the reader that a question asks about itself? The values beside hidden fields are hidden too. */
export function mayRead({ where }: Question, catalogue: FieldCatalogue): boolean {
  return where === undefined || mayReadCondition(where, catalogue);
}

function mayReadCondition(condition: Condition, catalogue: FieldCatalogue): boolean {
  if ('field' in condition) return catalogue.field(condition.field) !== undefined;
  return partsOf(condition).every((part) => mayReadCondition(part, catalogue));
}

function partsOf(condition: Condition): readonly Condition[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of;
    case 'not':
      return [condition.of];
    case 'months':
      return condition.spans.flatMap(({ where }) => where ?? []);
    default:
      return 'where' in condition && condition.where ? [condition.where] : [];
  }
}
