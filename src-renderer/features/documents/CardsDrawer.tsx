import { useTranslation } from 'react-i18next'
import type { Month } from '#shared/kit/months.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { IssueForManyForm } from './IssueForManyForm.tsx'

interface CardsDrawerProps {
  isOpen: boolean
  agreementIds: number[]
  month: Month
  onClose: () => void
}

/** Issues the cards of hours of a month for some agreements, after a look at each of them. */
export function CardsDrawer({ isOpen, agreementIds, month, onClose }: CardsDrawerProps) {
  const { t } = useTranslation()
  return (
    <FormDrawer title={t('hours.cardsTitle')} isOpen={isOpen} onClose={onClose}>
      <IssueForManyForm
        of={{ search: '', filters: {}, selection: { ids: [] }, agreementIds }}
        only={{ code: 'hoursCard', input: { month } }}
        onDone={onClose}
        onCancel={onClose}
      />
    </FormDrawer>
  )
}
