import { Text } from '@mantine/core'
import classes from './StateMark.module.css'

export type StateTone = 'neutral' | 'info' | 'good' | 'warning' | 'stop' | 'past'

/** A state: always a word, with a coloured mark in front of it. */
export function StateMark({ tone, children }: { tone: StateTone; children: string }) {
  return (
    <Text component="span" size="sm" className={classes.mark} data-tone={tone}>
      <span className={classes.dot} aria-hidden />
      {children}
    </Text>
  )
}
