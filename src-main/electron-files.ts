import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { app, type BrowserWindow, dialog, type SaveDialogOptions } from 'electron'

/**
 * Saves bytes where the user says.
 *
 * @param name what the page proposes; of a path only the last part is taken
 * @returns the path, or null where the user changed their mind or the file could not be written (they were told)
 */
export async function saveFile(
  window: BrowserWindow | undefined,
  name: unknown,
  bytes: unknown,
): Promise<string | null> {
  if (typeof name !== 'string' || !(bytes instanceof Uint8Array)) return null
  // Neither a path nor `..`: they could point anywhere.
  const defaultPath = join(app.getPath('documents'), basename(name).replace(/^\.+/, ''))
  const options: SaveDialogOptions = { defaultPath }
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  if (canceled || !filePath) return null
  try {
    await writeFile(filePath, bytes)
  } catch {
    dialog.showErrorBox(
      'Ośrodek',
      `Nie udało się zapisać pliku ${filePath}. Sprawdź, czy nie jest otwarty w innym programie i czy na dysku jest miejsce.`,
    )
    return null
  }
  return filePath
}
