/** `npm run new:migration -- what-it-does`: adds an empty migration and its line in the list. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [slug] = process.argv.slice(2)
if (!slug || !/^[a-z][a-z0-9-]+$/.test(slug)) {
  console.error('Name it: npm run new:migration -- add-trainings')
  process.exit(1)
}

const folder = join(import.meta.dirname, '../src-main/database/migrations')
const list = join(folder, 'migrations.ts')
const text = readFileSync(list, 'utf8')
const count = [...text.matchAll(/from '\.\/\d{4}-/g)].length
const file = `${String(count + 1).padStart(4, '0')}-${slug}`
const name = slug.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

writeFileSync(
  join(folder, `${file}.ts`),
  `/** What it is for, in one sentence. */\nexport const ${name} = /* sql */ \`\n\`\n`,
)
writeFileSync(
  list,
  text
    .replace(/(import .* from '\.\/\d{4}-[^']*'\n)(?!import)/, `$1import { ${name} } from './${file}.ts'\n`)
    .replace(/\[([^\]]*)\]\s*$/m, (_, names: string) => `[${names.replace(/,\s*$/, '')}, ${name}]`),
)
console.log(`src-main/database/migrations/${file}.ts`)
console.log('Then: src-main/database/tables.ts, and renew tests/database/schema.sql.')
