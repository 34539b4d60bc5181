import type { Column, Source } from '@canonical-schema/schema';

/** Is this source one of Django's? */
export function isDjango(source: Source): boolean {
  return source === 'django-models' || source === 'django-migrations';
}

/** Does a model limit the column to labels in Python, as Django's `choices` do? */
export function enforcesChoices(column: Column, source: Source): boolean {
  return isDjango(source) && column.choices !== null && column.choices !== undefined;
}
