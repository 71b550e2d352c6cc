import type { FieldProblem } from '../../kit/procedure.ts'

/** What the compiler says, as a pattern, and the text that says it to a clerk; groups become its parameters. */
const known: readonly [RegExp, string][] = [
  [/^unknown variable: (?<name>.+)$/, 'unknownVariable'],
  [/^unclosed (?:delimiter|string|label|raw text)/, 'unclosed'],
  [/^unexpected closing (?<name>.+)$/, 'unexpectedClosing'],
  [/^unexpected argument(?:: (?<name>.+))?$/, 'unexpectedArgument'],
  [/^missing argument: (?<name>.+)$/, 'missingArgument'],
  [/^dictionary does not contain key "(?<name>[^"]+)"/, 'noField'],
  [/^(?:cannot access fields on type|type) (?<type>[\w ]+?)(?: has no (?:field|method) .*)?$/, 'noFieldsOn'],
  [
    /^cannot (?:add|subtract|multiply|divide|compare|join) (?<type>\w+) (?:and|from|with|by) (?<other>\w+)/,
    'cannotJoin',
  ],
  [/^expected (?<type>.+), found (?<other>\w+)/, 'expectedType'],
  [/^expected (?<name>[\w ,]+)$/, 'expected'],
  [/^the character `?(?<name>.+?)`? is not valid/, 'invalidCharacter'],
  [/^(?:file not found|failed to load file)/, 'noFile'],
  [/package/, 'package'],
  [/^maximum (?:function call|layout|show rule) depth exceeded/, 'tooDeep'],
  [/^(?:loop seems to be infinite|condition is always true)/, 'endless'],
  [/^(?:panicked with|assertion failed)/, 'stopped'],
  [/^array index out of bounds/, 'outOfBounds'],
  [/^unknown font family: (?<name>.+)$/, 'unknownFont'],
  [/missing alt text/, 'missingAlt'],
  [/could not be displayed with font/, 'noLetter'],
  [/^label `?(?<name>.+?)`? does not exist/, 'noLabel'],
]

/** The compiler's names of types, as texts name them. */
export const faultTypes = [
  'string',
  'integer',
  'float',
  'content',
  'array',
  'dictionary',
  'boolean',
  'length',
  'function',
  'none',
  'auto',
] as const

/**
 * What is wrong with a template, for somebody who does not know the compiler: a text key with its parameters.
 * `type` and `other` are codes of `faultTypes` where they are known. A message that nobody has met yet is shown as it is
 * (`templates.faults.other`).
 */
export function faultProblem(message: string): FieldProblem {
  for (const [pattern, name] of known) {
    const found = pattern.exec(message)
    if (found) return { key: `templates.faults.${name}`, params: { name: '', ...definedIn(found.groups) } }
  }
  return { key: 'templates.faults.other', params: { message } }
}

function definedIn(groups: Record<string, string | undefined> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

/** The names of types in a list such as `auto, relative length, or array`. */
export function typesIn(list: string): string[] {
  return list.split(/,\s*(?:or\s+)?|\s+or\s+/).map((name) => name.trim())
}
