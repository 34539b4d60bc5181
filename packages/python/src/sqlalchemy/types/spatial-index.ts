import type { Value } from '../../syntax/value';
import type { SpatialIndex } from '../description';
import { isTrue } from '../facts-of-values';
import { dottedPath } from '../framework-name';

const spatialTypes = new Set(['Geometry', 'Geography', 'Raster']);

/** The index that GeoAlchemy makes of itself for a column of this type, unless `spatial_index=False`. */
export function spatialIndexOf(type: Value | null): SpatialIndex | null {
  const named = type?.kind === 'call' ? type.callee : type;
  const path = named === null || named === undefined ? null : pathOf(named);
  const name = path?.split('.').pop() ?? '';
  if (!path?.startsWith('geoalchemy2.') || !spatialTypes.has(name)) return null;
  const keywords = type?.kind === 'call' ? type.keywords : new Map<string, Value>();
  const wanted = keywords.get('spatial_index');
  if (wanted !== undefined && !isTrue(wanted)) return null;
  if (name === 'Raster') return 'hull';
  return isTrue(keywords.get('use_N_D_index')) ? 'every-dimension' : 'plane';
}

function pathOf(named: Value): string | null {
  return named.kind === 'class' ? `${named.module}.${named.name}` : dottedPath(named);
}
