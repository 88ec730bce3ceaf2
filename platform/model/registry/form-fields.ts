import type { CodeTables } from '../codes/code-tables.ts';
import type { FieldDefinition, SetDefinition } from './definition.ts';

/** How a field is edited on screen. */
export type Control =
  | 'input'
  | 'textarea'
  | 'date'
  | 'select'
  | 'tree-select'
  | 'number'
  | 'unit'
  | 'file'
  | 'combo';

/** A field of the form on screen. */
export interface FormField {
  readonly field: FieldDefinition;
  readonly control: Control;
  /** Grid columns out of 24 on a wide screen. */
  readonly span: 8 | 24;
}

/** The form of a set on screen: its fields in declared order with their controls. */
export function formFields(set: SetDefinition, tables: CodeTables): FormField[] {
  return set.fields
    .filter((field) => !field.internal)
    .map((field) => ({
      field,
      control: controlOf(field, tables),
      span: field.type === 'paragraph' ? 24 : 8,
    }));
}

function controlOf(field: FieldDefinition, tables: CodeTables): Control {
  switch (field.type) {
    case 'paragraph':
      return 'textarea';
    case 'date':
      return 'date';
    case 'integer':
      return 'number';
    case 'unit':
      return 'unit';
    case 'file':
      return 'file';
    case 'text':
      return field.suggest && tables.get(field.suggest) ? 'combo' : 'input';
    case 'code': {
      const found = (field.codeTable ?? '').split('|').map((name) => tables.get(name));
      if (found.every((table) => table === undefined)) return 'input';
      return found.some((table) => table?.items.some((item) => item.parent !== undefined))
        ? 'tree-select'
        : 'select';
    }
  }
}
