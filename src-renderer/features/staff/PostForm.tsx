import { Stack, Text } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { type Post, type StaffMember, staffContract } from '#shared/features/staff/staff.contract.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'
import { PostFields, type PostValues } from './PostFields.tsx'

interface PostFormProps {
  member: StaffMember
  /** The post that is corrected, or the one that another follows. */
  post: Post
  isCorrection: boolean
  onDone: () => void
}

/** Another post from a day on, or the correction of one that was entered wrongly. */
export function PostForm({ member, post, isCorrection, onDone }: PostFormProps) {
  const { t } = useTranslation()
  // The member repeats the post held today alone; of any other the conflict cannot tell what somebody made of it.
  const isHeldToday = member.position.id === post.positionId && (member.unit?.id ?? null) === post.unitId
  const record = useRecordForm({
    schema: isCorrection ? inputOf(staffContract.correctPost) : inputOf(staffContract.changePostFrom),
    initial: {
      id: member.id,
      version: member.version,
      ...(isCorrection && { postId: post.id }),
      fromOn: (isCorrection && post.fromOn) || null,
      positionId: post.positionId,
      unitId: post.unitId,
      ownGroup: post.ownGroup,
    } as PostValues & { id: number; version: number; postId?: number; fromOn: string | null },
    save: (values): Promise<StaffMember> =>
      'postId' in values
        ? api.staff.correctPost(values)
        : api.staff.changePostFrom({ ...values, fromOn: values.fromOn ?? '' }),
    onSaved: onDone,
    readCurrent(current) {
      const { version, position, unit, hasOwnGroup, staffGroup } = current as unknown as StaffMember
      const held = {
        positionId: position.id,
        unitId: unit?.id ?? null,
        ownGroup: hasOwnGroup ? staffGroup : null,
      }
      return { id: member.id, version, ...(isHeldToday && held) }
    },
  })
  const { form } = record
  const labels: Record<string, string> = {
    fromOn: t('staff.fields.fromOn'),
    positionId: t('staff.fields.position'),
    unitId: t('staff.fields.unit'),
    ownGroup: t('staff.fields.staffGroup'),
  }
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t(isCorrection ? 'staff.posts.correctHint' : 'staff.posts.changeFromHint')}
        </Text>
        {(!isCorrection || post.fromOn !== '') && (
          <DateField
            label={t('staff.fields.fromOn')}
            required
            {...form.getInputProps('fromOn')}
            name="fromOn"
          />
        )}
        <PostFields form={form as unknown as UseFormReturnType<PostValues>} />
      </Stack>
      <SaveBar record={record} onCancel={onDone} />
      <ConflictDialog record={record} register="staff" labelOf={(name) => labels[name]} />
    </form>
  )
}
