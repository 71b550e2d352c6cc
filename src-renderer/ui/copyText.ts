/**
 * Puts a text on the clipboard. By the old command: the newer call asks for a permission that the program gives to no
 * page.
 *
 * @returns false where the browser did not let it
 */
export function copyText(text: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.preventDefault()
    event.clipboardData?.setData('text/plain', text)
  }
  document.addEventListener('copy', put, { once: true })
  const isCopied = document.execCommand('copy')
  document.removeEventListener('copy', put)
  return isCopied
}
