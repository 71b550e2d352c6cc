import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Requirement, RuleWithWords } from '#shared/features/requirements/requirements.rules.contract.ts'
import { addDays, formatDay } from '#shared/kit/dates.ts'
import { api } from '../../api/client.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { Facts } from '../../ui/Facts.tsx'
import { StateMark } from '../../ui/StateMark.tsx'

/** All versions of a requirement, newest first, each with what it asks for. */
export function RequirementVersions({
  requirement,
  mayWrite,
  onDone,
}: {
  requirement: Requirement
  mayWrite: boolean
  onDone: () => void
}) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const callOff = useMutation({
    mutationFn: ({ id, version }: RuleWithWords) => api.requirements.rules.callOff({ id, version }),
  })
  const { versions } = requirement
  const inForce = versions.find(({ validFrom }) => validFrom <= today)
  return (
    <Stack gap="lg">
      {versions.map((rule, index) => {
        const next = versions[index - 1]
        const last = next ? addDays(next.validFrom, -1) : rule.endsOn
        const isToCome = rule.validFrom > today
        return (
          <div key={rule.id}>
            <Group justify="space-between" mb={4}>
              <Text fw={500}>
                {t('requirements.since', { day: formatDay(rule.validFrom) })}
                {last && ` ${t('requirements.until', { day: formatDay(last) })}`}
              </Text>
              <StateMark tone={rule === inForce ? 'good' : isToCome ? 'info' : 'past'}>
                {t(
                  rule === inForce
                    ? 'requirements.settings.inForce'
                    : isToCome
                      ? 'requirements.settings.toCome'
                      : 'requirements.settings.past',
                )}
              </StateMark>
            </Group>
            <RuleFacts rule={rule} />
            {mayWrite && isToCome && versions.length > 1 && (
              <Button
                mt={6}
                size="compact-sm"
                variant="default"
                onClick={() => callOff.mutate(rule)}
                loading={callOff.isPending}
              >
                {t('requirements.settings.callOff')}
              </Button>
            )}
          </div>
        )
      })}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('common.close')}
        </Button>
      </Group>
    </Stack>
  )
}

function RuleFacts({ rule }: { rule: RuleWithWords }) {
  const { t } = useTranslation()
  return (
    <Facts
      items={[
        {
          label: t('requirements.fields.appliesTo'),
          value: `${t(`requirements.scopes.${rule.appliesTo}`)}, ${t(`requirements.audiences.${rule.audience}`)}`,
        },
        { label: t('requirements.fields.blocks'), value: t(`requirements.blocked.${rule.blocks}`) },
        { label: t('requirements.fields.source'), value: t(`requirements.sources.${rule.source}`) },
        {
          label: t('requirements.fields.validityMonths'),
          value: rule.validityMonths
            ? t('requirements.months', { count: rule.validityMonths })
            : t('requirements.settings.forGood'),
        },
        {
          label: t('requirements.fields.reminderDays'),
          value: rule.reminderDays.join(', ') || t('requirements.settings.remindersNone'),
        },
        {
          label: t('requirements.fields.forAllFrom'),
          value: rule.forAllFrom ? formatDay(rule.forAllFrom) : '',
        },
        {
          label: t('requirements.fields.basis'),
          value: t('requirements.basisWithCertainty', {
            basis: rule.basis,
            certainty: t(`requirements.certainties.${rule.certainty}`),
          }),
        },
        { label: t('requirements.fields.explanation'), value: rule.explanation },
      ]}
    />
  )
}
