import { Button, Group, Image, Input, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { maxLogoBytes } from '#shared/features/letterheads/letterheads.contract.ts'
import { api, orpc } from '../../api/client.ts'
import { sentenceFor } from '../../api/errors.ts'
import { base64Of } from '../../ui/register/attachments/base64.ts'

interface LogoFieldProps {
  label: string
  description?: string
  logo: string | null
  text: string
  onChange: (logo: { logo: string | null; text: string }) => void
  error?: ReactNode
  textError?: ReactNode
}

/** A picture from a file, and what it says to somebody who does not see it. */
export function LogoField({ label, description, logo, text, onChange, error, textError }: LogoFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { data } = useQuery(
    orpc.letterheads.logo.queryOptions({
      input: { sha256: logo ?? '' },
      enabled: logo !== null,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  )
  const add = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > maxLogoBytes) return null
      return api.letterheads.addLogo({ fileName: file.name, content: await base64Of(file) })
    },
    onSuccess: (stored) => stored && onChange({ logo: stored.sha256, text }),
    meta: { showsOwnErrors: true },
  })
  const refusal = add.data === null ? t('letterheads.errors.tooLarge') : add.error && sentenceFor(add.error)
  return (
    <Input.Wrapper
      label={label}
      description={description}
      error={refusal ?? error}
      labelElement="div"
      labelProps={{ id }}
    >
      <Group gap="sm" mt={4} align="center" role="group" aria-labelledby={id}>
        {logo !== null && data && (
          <Image src={data.url} alt={text} h={44} w="auto" maw={180} fit="contain" bg="white" p={4} />
        )}
        <input
          ref={input}
          type="file"
          hidden
          accept=".png,.jpg,.jpeg"
          data-testid="logo-file"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            if (file) add.mutate(file)
            event.currentTarget.value = ''
          }}
        />
        <Button variant="default" size="xs" loading={add.isPending} onClick={() => input.current?.click()}>
          {t('letterheads.chooseLogo')}
        </Button>
        {logo !== null && (
          <Button variant="subtle" size="xs" onClick={() => onChange({ logo: null, text: '' })}>
            {t('letterheads.takeLogoOff')}
          </Button>
        )}
      </Group>
      {logo !== null && (
        <TextInput
          mt="xs"
          label={t('letterheads.fields.logoText')}
          description={t('letterheads.logoTextHint')}
          required
          value={text}
          error={textError}
          onChange={(event) => onChange({ logo, text: event.currentTarget.value })}
        />
      )}
    </Input.Wrapper>
  )
}
