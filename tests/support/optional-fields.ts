import type { z } from 'astro/zod';

/** How often an optional field is present and absent. */
export interface Uses {
  present: number;
  absent: number;
}

/** Counts the uses of each optional field of `schema` in `values`, by path. */
export function countOptional(schema: z.ZodType, values: readonly unknown[]): Map<string, Uses> {
  const uses = new Map<string, Uses>();
  for (const value of values) count(unwrap(schema), value, '', uses);
  return uses;
}

function count(schema: z.ZodType, value: unknown, path: string, uses: Map<string, Uses>): void {
  if (value === undefined) return;
  const { shape, element } = unwrap(schema).def as {
    shape?: Record<string, z.ZodType>;
    element?: z.ZodType;
  };
  if (element !== undefined)
    for (const item of value as unknown[]) count(element, item, `${path}[]`, uses);
  for (const [name, field] of Object.entries(shape ?? {})) {
    const own = (value as Record<string, unknown>)[name];
    const at = `${path}.${name}`;
    if (isOptional(field)) {
      const known = uses.get(at) ?? { present: 0, absent: 0 };
      known[own === undefined ? 'absent' : 'present']++;
      uses.set(at, known);
    }
    count(field, own, at, uses);
  }
}

function isOptional({ def }: z.ZodType): boolean {
  return ['optional', 'default'].includes(def.type);
}

/** Unwraps an optional schema. */
function unwrap(schema: z.ZodType): z.ZodType {
  const { innerType } = schema.def as { innerType?: z.ZodType };
  return innerType === undefined ? schema : unwrap(innerType);
}
