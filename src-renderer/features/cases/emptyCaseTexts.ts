/** What nobody has said of a case yet. */
export const emptyCaseTexts = {
  subject: '',
  sender: '',
  senderSign: '',
  senderOn: null as string | null,
  notes: '',
}
