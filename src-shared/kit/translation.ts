/**
 * The shape that a translation of a Polish text object must have: the same keys, without the plural forms that
 * only Polish has (`_few`, `_many`). A text that is missing or too many does not compile.
 */
export type Translation<Polish> = {
  [Key in keyof Polish as Key extends `${string}_few` | `${string}_many`
    ? never
    : Key]: Polish[Key] extends string ? string : Translation<Polish[Key]>
}
