import type { z } from 'astro/zod';

/** How often a field that can be left out is there, and is not. */
export interface Uses {
  present: number;
  absent: number;
}

/** Counts each field of `schema` that can be left out in `values`, by the keys that lead to it. */
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

/** A schema without what says that it can be left out. */
function unwrap(schema: z.ZodType): z.ZodType {
  const { innerType } = schema.def as { innerType?: z.ZodType };
  return innerType === undefined ? schema : unwrap(innerType);
}
