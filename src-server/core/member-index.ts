// Several members under one key; a key without members is forgotten. Connections of a person, conversations of an agent.

export type MemberIndex<Key, M> = {
  of(key: Key): Iterable<M>
  count(key: Key): number
  /** Keys with members. */
  keys(): Iterable<Key>
  add(key: Key, member: M): void
  remove(key: Key, member: M): void
}

export const createMemberIndex = <Key, M>(): MemberIndex<Key, M> => {
  const sets = new Map<Key, Set<M>>()
  return {
    of: (key) => sets.get(key) ?? [],
    count: (key) => sets.get(key)?.size ?? 0,
    keys: () => sets.keys(),
    add(key, member) {
      const set = sets.get(key)
      if (set) set.add(member)
      else sets.set(key, new Set([member]))
    },
    remove(key, member) {
      const set = sets.get(key)
      set?.delete(member)
      if (set?.size === 0) sets.delete(key)
    },
  }
}
