import {
  foreignKeySuffix,
  metaIndexName,
  postgresqlNames,
  schemaEditorName,
  splitIdentifier,
  truncatedTableName,
} from '../src/django/names';

/** Expected values were printed by Django 5.2's own functions. */
describe('names that Django makes', () => {
  test('an index over a column', () => {
    expect(schemaEditorName('shop_product', ['name'], '', postgresqlNames)).toBe('shop_product_name_b8d5e94c');
  });
  test('a long foreign key', () => {
    const suffix = foreignKeySuffix('registrations_extraordinarily', 'id');
    expect(
      schemaEditorName('registrations_follower', ['extraordinarily_long_reference_id'], suffix, postgresqlNames),
    ).toBe('registrations_follow_extraordinarily_long_c1f4a260_fk_registrat');
  });
  test('a name that would start with an underscore', () => {
    expect(schemaEditorName('_x'.repeat(40), ['c'], '_uniq', postgresqlNames)).toBe(
      'D_x_x_x_x_x_x_x_x_x_x_x_x_c_15c28ecc_uni',
    );
  });
  test('an entry of Meta.indexes', () => {
    expect(metaIndexName('shop_product', ['-name', 'price'], 'idx')).toBe('shop_produc_name_04219d_idx');
    expect(metaIndexName('1_product', ['name'], 'spgist')).toBe('D_product_name_e0dad9_spgist');
  });
  test('a table', () => {
    expect(truncatedTableName(`app_${'é'.repeat(70)}`, postgresqlNames)).toBe(
      'app_ééééééééééééééééééééééééééééééééééééééééééééééééééééééé876d',
    );
  });
  test('a schema within the name', () => {
    expect(splitIdentifier('s"."t')).toEqual({ schema: 's', name: 't' });
    expect(splitIdentifier('"s"."t"')).toEqual({ schema: 's', name: 't' });
    expect(splitIdentifier('"Quoted"')).toEqual({ schema: '', name: 'Quoted' });
  });
});
