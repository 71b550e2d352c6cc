import type { ReactNode } from 'react'
import type { LikelyDuplicate } from '#shared/kit/register/duplicates.ts'
import classes from './LikelyDuplicates.module.css'
import { reasonsText, scoreText } from './likenessText.ts'
import { recordFacts, recordName } from './recordFacts.ts'

interface LikelyDuplicatesProps {
  title: string
  found: LikelyDuplicate[]
  /** The record's name as a link to its page; leaving a changed form asks first. */
  link: (record: LikelyDuplicate, text: string) => ReactNode
}

/**
 * Records that may be the one being entered, with how sure that is and why. It stands beside the form or at its end, so
 * that the field one types in stays where it is.
 */
export function LikelyDuplicates({ title, found, link }: LikelyDuplicatesProps) {
  return (
    <div aria-live="polite">
      {found.length > 0 && (
        <section className={classes.found} aria-label={title}>
          <strong>{title}</strong>
          <ul>
            {found.map((record) => (
              <li key={record.id}>
                {link(record, recordName(record))}
                {recordFacts(record) && `, ${recordFacts(record)}`}
                <div>
                  {scoreText(record)}: {reasonsText(record)}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
