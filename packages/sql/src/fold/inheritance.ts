import type { TableRef } from '@canonical-schema/schema';

/** Which table inherits which: a column added to a parent is added to its children too. */
export class Inheritance {
  private links: readonly { readonly parent: TableRef; readonly child: TableRef }[] = [];

  add(parent: TableRef, child: TableRef): void {
    this.links = [...this.links, { parent, child }];
  }

  remove(parent: TableRef, child: TableRef): void {
    this.links = this.links.filter((link) => !(same(link.parent, parent) && same(link.child, child)));
  }

  /** Forgets a table that was dropped. */
  forget(table: TableRef): void {
    this.links = this.links.filter((link) => !same(link.parent, table) && !same(link.child, table));
  }

  rename(from: TableRef, to: TableRef): void {
    const follow = (table: TableRef): TableRef => (same(table, from) ? to : table);
    this.links = this.links.map(({ parent, child }) => ({ parent: follow(parent), child: follow(child) }));
  }

  /** All tables below this one, nearest first, each once. */
  descendantsOf(table: TableRef): readonly TableRef[] {
    const found: TableRef[] = [];
    const queue = [table];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const parent = next;
      const children = this.links.filter((link) => same(link.parent, parent)).map((link) => link.child);
      const fresh = children.filter((child) => !found.some((known) => same(known, child)));
      found.push(...fresh);
      queue.push(...fresh);
    }
    return found;
  }
}

function same(a: TableRef, b: TableRef): boolean {
  return a.name === b.name && a.schema === b.schema;
}
