import type { Db } from '../database/database.ts'
import type { Compiler } from './compiler.ts'

const extensions: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg' }

/** The file under which templates draw a stored picture. */
export function imageFile({ sha256, mediaType }: { sha256: string; mediaType: string }): string {
  return `${sha256}.${extensions[mediaType]}`
}

/** The head of a document, as far as it has pictures. */
interface WithPictures {
  centre?: { logo?: { file: string } | null; project?: { logos: { file: string }[] } | null }
}

/** Makes the pictures known that a document shows, so that the compiler can draw them. */
export async function learnImages(db: Db, compiler: Compiler, data: object): Promise<void> {
  const { logo, project } = (data as WithPictures).centre ?? {}
  for (const { file } of [...(logo ? [logo] : []), ...(project?.logos ?? [])]) {
    if (compiler.knowsImage(file)) continue
    const { content } = await db
      .selectFrom('images')
      .select('content')
      .where('sha256', '=', file.slice(0, file.indexOf('.')))
      .executeTakeFirstOrThrow()
    compiler.learnImage(file, content)
  }
}
