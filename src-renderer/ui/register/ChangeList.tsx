import { Text } from '@mantine/core'
import type { Changes } from '#shared/kit/register/changes.ts'
import { changeTexts } from './changeTexts.ts'

/** The fields that an entry of the history changed, one below the other. */
export function ChangeList({ section, changes }: { section: string; changes: Changes }) {
  return changeTexts(section, changes).map((text) => (
    <Text key={text} size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {text}
    </Text>
  ))
}
