import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Register } from '#shared/kit/register/register.ts'
import type { View, ViewDefinition } from '#shared/kit/register/views.ts'
import { offerUndo } from '../offerStep.tsx'
import type { RegisterApi } from './registerApi.ts'

/** What can be done with the saved views of a list. */
export function useViews<R extends Register>(api: RegisterApi<R>, definition: ViewDefinition<R>) {
  const { t } = useTranslation()
  const ownErrors = { meta: { showsOwnErrors: true } }
  const saving = useMutation({ mutationFn: api.views.save, ...ownErrors })
  const changing = useMutation({ mutationFn: api.views.change })
  const naming = useMutation({ mutationFn: api.views.change, ...ownErrors })
  const removing = useMutation({ mutationFn: api.views.remove })
  const choosing = useMutation({ mutationFn: api.views.setDefault })

  /** Puts a view back that was removed by mistake. */
  async function restore({ name, isShared, definition: before }: View<R>, wasDefault: boolean) {
    const { id } = await saving.mutateAsync({ name, isShared, definition: before })
    if (wasDefault) choosing.mutate({ id })
  }

  return {
    /** Saves what the list shows as a new view; throws what the form has to say. */
    save: (fields: { name: string; isShared: boolean }) => saving.mutateAsync({ ...fields, definition }),
    /** Changes name and sharing of a view; throws what the form has to say. */
    change: (view: View<R>, fields: { name: string; isShared: boolean }) =>
      naming.mutateAsync({ ...fields, id: view.id, version: view.version, definition: view.definition }),
    /** Lets a view hold what the list shows. */
    renew: ({ id, version, name, isShared }: View<R>) =>
      changing.mutateAsync({ id, version, name, isShared, definition }),
    setDefault: (id: number | null) => choosing.mutate({ id }),
    /** Removes a view at once, and offers to put it back. */
    remove: (view: View<R>, isDefault: boolean) =>
      removing.mutate(
        { id: view.id, version: view.version },
        {
          onSuccess: () => {
            offerUndo(t('list.views.removed', { name: view.name }), () => void restore(view, isDefault))
          },
        },
      ),
  }
}
