import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Certainty, Clause } from '#shared/features/clauses/clauses.contract.ts'
import { versionOn } from '#shared/features/clauses/clauses.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { StateMark, type StateTone } from '../../ui/StateMark.tsx'
import { ClauseForm } from './ClauseForm.tsx'
import classes from './ClauseList.module.css'

const tones: Record<Certainty, StateTone> = {
  found: 'info',
  foundInPart: 'warning',
  ownKnowledge: 'warning',
  notEstablished: 'stop',
  approved: 'good',
}

/** Texts of documents as they are in force today, how sure each is, and a way to a new version. */
export function ClauseList({ clauses }: { clauses: readonly Clause[] }) {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useFrame()
  const [open, setOpen] = useState<Clause>()
  return (
    <>
      {clauses.map((clause) => {
        const version = versionOn(clause.versions, today)
        if (!version) return null
        return (
          <div key={clause.code} className={classes.clause}>
            <div>
              <Text fw={500}>{clauseName(clause.code)}</Text>
              <StateMark tone={tones[version.certainty]}>
                {t(`clauses.certainty.${version.certainty}`)}
              </StateMark>
              <Text size="xs" c="dimmed">
                {t('clauses.inForce', { day: formatDay(version.validFrom) })}
                {version.approvedBy && ` · ${t('clauses.approvedBy', { name: version.approvedBy })}`}
                {clause.versions.length > 1 &&
                  ` · ${t('clauses.versions', { count: clause.versions.length })}`}
              </Text>
            </div>
            <Text lang="pl" className={classes.text}>
              {version.text}
            </Text>
            {may('clauses.write') && (
              <Button size="compact-sm" variant="default" onClick={() => setOpen(clause)}>
                {t('clauses.amend')}
              </Button>
            )}
          </div>
        )
      })}
      <FormDrawer
        title={open ? clauseName(open.code) : ''}
        isOpen={open !== undefined}
        onClose={() => setOpen(undefined)}
      >
        {open && <ClauseForm clause={open} onDone={() => setOpen(undefined)} />}
      </FormDrawer>
    </>
  )
}

/** The name of a text in the list; its code has dots, which would be a path in the texts. */
function clauseName(code: string): string {
  return textOf({ key: `clauses.names.${code.replaceAll('.', '_')}` })
}
