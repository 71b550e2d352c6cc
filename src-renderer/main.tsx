import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import 'dayjs/locale/pl'
import './app.css'
import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import { keepKeysFromHiddenWork } from './frame/lock.ts'
import { startTexts } from './i18n.ts'
import { Root } from './Root.tsx'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
// For the styles that keep the page from scrolling behind a dialog.
setNonce(nonce)
keepKeysFromHiddenWork()
await startTexts()

createRoot(document.getElementById('root') as HTMLElement).render(<Root nonce={nonce} />)
