import type { z } from 'astro/zod';
import type { Fault } from '../lib/fault.ts';
import { findField, type FieldSchema } from './field-schema.ts';
import { getValue } from './source.ts';
import { isAccepted } from './suggestion.ts';
import { findForms } from './value-forms.ts';
import { replaceText, type YamlSource } from './yaml.ts';

type FieldSource = Pick<YamlSource, 'data' | 'locate'> & Partial<Pick<YamlSource, 'span'>>;

/**
 * Reports each value that can only mean certain fields, as the address of a link, once. `fields` are the paths of these
 * values.
 */
export function describeForms(
  schema: z.ZodType,
  { data, locate, span }: FieldSource,
  issues: readonly z.core.$ZodIssue[],
  root: FieldSchema,
): { fields: Set<string>; faults: Fault[] } {
  const fields = new Set<string>();
  const faults = issues.flatMap(({ path, code }): Fault[] => {
    if (code === 'custom' || fields.has(path.join('.'))) return [];
    const field = findField(root, path);
    const place = span?.(path, 'value');
    const forms = findForms(field, getValue(data, path), place?.old);
    const [form, ...others] = forms;
    if (form === undefined) return [];
    fields.add(path.join('.'));
    const isItem = field?.items !== undefined && !Array.isArray(form.value);
    const value = isItem ? [form.value] : form.value;
    const isRight = others.length === 0 && isAccepted(schema, data as object, path, value);
    const edits = isRight && !form.isUnsure ? replaceText(place, form.text) : [];
    return [
      {
        rule: 'wrong-type',
        ...locate(path),
        expected: field?.description ?? 'fields in braces',
        ...(isRight && { nearest: form.text }),
        fix:
          others.length === 0
            ? `Write ${form.text}.`
            : `Write ${forms.map(({ text }) => `“- ${text}”`).join(' and ')}, each on its own line.`,
        ...(edits.length > 0 && { edits }),
      },
    ];
  });
  return { fields, faults };
}
