import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Placement } from '#shared/features/placements/placements.contract.ts'
import { mayStep, type PlacementStep } from '#shared/features/placements/placements.rules.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { IntroductionForm } from './IntroductionForm.tsx'
import { StepForm } from './StepForm.tsx'

const all: readonly PlacementStep[] = ['introduce', 'start', 'resume', 'suspend', 'withdraw', 'end']

/** The step that comes next: the one button; everything else lies in the menu beside it. */
function nextStep({ state, placeKind, introductions }: Placement): PlacementStep | undefined {
  const [last] = introductions
  const isAgreed = last && !last.withdrawnOn && last.placeConsentOn && last.volunteerConsentOn
  if (state === 'planned') return placeKind === 'family' ? 'introduce' : 'start'
  if (state === 'introduced') return isAgreed || placeKind === 'unit' ? 'start' : 'introduce'
  if (state === 'suspended') return last?.withdrawnOn ? 'introduce' : 'resume'
  return undefined
}

/** What can be done with a placement now. */
export function PlacementSteps({ placement }: { placement: Placement }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<PlacementStep>()
  const next = nextStep(placement)
  const others = all.filter((step) => step !== next && mayStep(placement.state, step))
  const close = () => setOpen(undefined)
  return (
    <>
      {others.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
              {t('placements.otherSteps')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((step) => (
              <Menu.Item key={step} onClick={() => setOpen(step)}>
                {t(`placements.steps.${step}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {next && <Button onClick={() => setOpen(next)}>{t(`placements.steps.${next}`)}</Button>}
      <FormDrawer
        title={open ? t(`placements.steps.${open}`) : ''}
        isOpen={open !== undefined}
        onClose={close}
      >
        {open === 'introduce' && <IntroductionForm placement={placement} onDone={close} />}
        {open && open !== 'introduce' && <StepForm placement={placement} step={open} onDone={close} />}
      </FormDrawer>
    </>
  )
}
