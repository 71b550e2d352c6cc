import {
  type letterheadsContract,
  maxLogoBytes,
  type StoredLogo,
} from '#shared/features/letterheads/letterheads.contract.ts'
import { extensionOf } from '#shared/kit/register/file-names.ts'
import type { Compiler } from '../../documents/compiler.ts'
import { imageFile } from '../../documents/images.ts'
import { sha256 } from '../../documents/issuing.ts'
import { ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { checkedType } from '../../kit/register/attachment-types.ts'
import { sizeOfImage } from '../../kit/register/image-checks.ts'
import * as queries from './letterheads.queries.ts'

/** More points than a logo needs across a whole page at 600 dpi; each costs memory whenever a document is drawn. */
const maxPoints = 12_000_000

/** A picture that was looked at, with everything that is kept of it. */
interface CheckedLogo extends StoredLogo {
  mediaType: string
  content: Buffer
}

async function checkLogo(compiler: Compiler, fileName: string, content: Buffer): Promise<CheckedLogo> {
  if (content.length > maxLogoBytes) throw ruleBroken('letterheads.errors.tooLarge')
  const mediaType = await checkedType(fileName, content)
  if (mediaType !== 'image/png' && mediaType !== 'image/jpeg')
    throw ruleBroken('letterheads.errors.notPicture')
  const { width, height } = sizeOfImage(extensionOf(fileName), content)
  if (width * height > maxPoints) throw ruleBroken('letterheads.errors.tooManyPoints')
  const logo = { sha256: sha256(content), mediaType, width, height, content }
  const file = imageFile(logo)
  compiler.learnImage(file, content)
  // Some pictures (a broken colour profile, 16-bit JPEG) are drawn by browsers and refused by an archival PDF.
  const source = `#set document(title: "logo")\n#image("/images/${file}", alt: "logo", width: 20mm)`
  if (compiler.attempt({ 'logo.typ': source }, 'logo', {}, true).faults)
    throw ruleBroken('letterheads.errors.unfit')
  return logo
}

/** Keeps a logo; see the contract. */
export const addLogo: Handlers<typeof letterheadsContract>['addLogo'] = inSteps({
  before: ({ services }, { fileName, content }) =>
    checkLogo(services.compiler, fileName, Buffer.from(content, 'base64')),
  run: async ({ tx, user, now, record }, _, logo) => {
    await queries.insertImage(tx, logo, { userId: user.id, at: now })
    const { sha256: name, width, height } = logo
    await record({ kind: 'letterheads', recordId: null, action: 'logoAdded', after: { width, height } })
    return { sha256: name, width, height }
  },
})
