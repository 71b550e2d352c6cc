import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import classes from './Checklist.module.css'
import { ChecklistPanel } from './ChecklistPanel.tsx'
import { ChosenKindsPanel } from './ChosenKindsPanel.tsx'
import { CoursePanel } from './CoursePanel.tsx'
import { StatusPanel } from './StatusPanel.tsx'

/** Where a volunteer stands and why, what is asked before the work, and how it went until now. */
export function RequirementsOfVolunteer({ volunteerId }: { volunteerId: number }) {
  const { data, error } = useQuery(orpc.requirements.of.queryOptions({ input: { volunteerId } }))
  if (error) return <LoadingFailure error={error} />
  if (!data) return null
  return (
    <div className={classes.columns}>
      <StatusPanel checklist={data} />
      <ChosenKindsPanel checklist={data} />
      <ChecklistPanel checklist={data} />
      <CoursePanel checklist={data} />
    </div>
  )
}
