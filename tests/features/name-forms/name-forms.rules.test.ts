import { describe, expect, test } from 'vitest'
import { needsForms, proposedForms, withNames } from '#shared/features/name-forms/name-forms.rules.ts'

/** Genitive, dative, accusative, instrumental, checked by the rules of the PWN dictionary. */
const women = [
  ['Anna Nowak', 'Anny Nowak', 'Annie Nowak', 'Annę Nowak', 'Anną Nowak'],
  ['Maria Kowalska', 'Marii Kowalskiej', 'Marii Kowalskiej', 'Marię Kowalską', 'Marią Kowalską'],
  ['Zofia Zielińska', 'Zofii Zielińskiej', 'Zofii Zielińskiej', 'Zofię Zielińską', 'Zofią Zielińską'],
  ['Kasia Zięba', 'Kasi Zięby', 'Kasi Ziębie', 'Kasię Ziębę', 'Kasią Ziębą'],
  ['Agnieszka Sikora', 'Agnieszki Sikory', 'Agnieszce Sikorze', 'Agnieszkę Sikorę', 'Agnieszką Sikorą'],
  ['Jadwiga Łukasik', 'Jadwigi Łukasik', 'Jadwidze Łukasik', 'Jadwigę Łukasik', 'Jadwigą Łukasik'],
  ['Maja Wójcik', 'Mai Wójcik', 'Mai Wójcik', 'Maję Wójcik', 'Mają Wójcik'],
  ['Ola Mazur', 'Oli Mazur', 'Oli Mazur', 'Olę Mazur', 'Olą Mazur'],
  ['Beata Fryc', 'Beaty Fryc', 'Beacie Fryc', 'Beatę Fryc', 'Beatą Fryc'],
  ['Jolanta Ćwik', 'Jolanty Ćwik', 'Jolancie Ćwik', 'Jolantę Ćwik', 'Jolantą Ćwik'],
  ['Magda Puchała', 'Magdy Puchały', 'Magdzie Puchale', 'Magdę Puchałę', 'Magdą Puchałą'],
  ['Barbara Gołota', 'Barbary Gołoty', 'Barbarze Gołocie', 'Barbarę Gołotę', 'Barbarą Gołotą'],
  ['Ewa Socha', 'Ewy Sochy', 'Ewie Sosze', 'Ewę Sochę', 'Ewą Sochą'],
  ['Alicja Szpilka', 'Alicji Szpilki', 'Alicji Szpilce', 'Alicję Szpilkę', 'Alicją Szpilką'],
  ['Carmen Wysocka', 'Carmen Wysockiej', 'Carmen Wysockiej', 'Carmen Wysocką', 'Carmen Wysocką'],
  [
    'Anna Maria Nowak-Kowalska',
    'Anny Marii Nowak-Kowalskiej',
    'Annie Marii Nowak-Kowalskiej',
    'Annę Marię Nowak-Kowalską',
    'Anną Marią Nowak-Kowalską',
  ],
] as const

const men = [
  ['Jan Nowak', 'Jana Nowaka', 'Janowi Nowakowi', 'Jana Nowaka', 'Janem Nowakiem'],
  ['Marek Kowalski', 'Marka Kowalskiego', 'Markowi Kowalskiemu', 'Marka Kowalskiego', 'Markiem Kowalskim'],
  [
    'Paweł Wiśniewski',
    'Pawła Wiśniewskiego',
    'Pawłowi Wiśniewskiemu',
    'Pawła Wiśniewskiego',
    'Pawłem Wiśniewskim',
  ],
  ['Jerzy Cichy', 'Jerzego Cichego', 'Jerzemu Cichemu', 'Jerzego Cichego', 'Jerzym Cichym'],
  ['Antoni Zięba', 'Antoniego Zięby', 'Antoniemu Ziębie', 'Antoniego Ziębę', 'Antonim Ziębą'],
  ['Maciej Krawiec', 'Macieja Krawca', 'Maciejowi Krawcowi', 'Macieja Krawca', 'Maciejem Krawcem'],
  ['Tomasz Kubiczek', 'Tomasza Kubiczka', 'Tomaszowi Kubiczkowi', 'Tomasza Kubiczka', 'Tomaszem Kubiczkiem'],
  ['Kuba Stoń', 'Kuby Stonia', 'Kubie Stoniowi', 'Kubę Stonia', 'Kubą Stoniem'],
  ['Daniel Moniuszko', 'Daniela Moniuszki', 'Danielowi Moniuszce', 'Daniela Moniuszkę', 'Danielem Moniuszką'],
  ['Mieszko Baran', 'Mieszka Barana', 'Mieszkowi Baranowi', 'Mieszka Barana', 'Mieszkiem Baranem'],
  ['Piotr Sobieraj', 'Piotra Sobieraja', 'Piotrowi Sobierajowi', 'Piotra Sobieraja', 'Piotrem Sobierajem'],
] as const

const named = (name: string) => {
  const words = name.split(' ')
  return { firstNames: words.slice(0, -1).join(' '), surname: words.at(-1) ?? '' }
}

describe('the forms that are proposed', () => {
  test.each(women)('of a woman: %s', (name, genitive, dative, accusative, instrumental) => {
    expect(proposedForms(named(name), 'pani')).toEqual({ genitive, dative, accusative, instrumental })
  })

  test.each(men)('of a man: %s', (name, genitive, dative, accusative, instrumental) => {
    expect(proposedForms(named(name), 'pan')).toEqual({ genitive, dative, accusative, instrumental })
  })

  test.each([
    ['Anna Biała', 'pani'],
    ['Anna Nowakowa', 'pani'],
    ['Sonia Lis', 'pani'],
    ['Jan Mróz', 'pan'],
    ['Jan Gołąb', 'pan'],
    ['Jan Wróbel', 'pan'],
    ['Jan Kwiecień', 'pan'],
    ['Jan Puzo', 'pan'],
    ['Jan Müller', 'pan'],
    ['Jan de Witt', 'pan'],
    ['Anna Nowak', 'unknown'],
  ] as const)('are none where letters do not tell: %s, %s', (name, form) => {
    expect(Object.values(proposedForms(named(name), form)).every((text) => text === '')).toBe(true)
  })
})

describe('a text that names a person', () => {
  const person = { firstNames: 'Anna', surname: 'Nowak', formOfAddress: 'pani' as const }
  const forms = proposedForms(person, 'pani')
  const text = '{osoba}, praca {osoby}, dziękujemy {osobie}, zapraszamy {osobę}, rozmowa z {osobą}'

  test('has the title and the name in the case of each place', () => {
    expect(withNames(text, person, forms)).toBe(
      'Pani Anna Nowak, praca Pani Anny Nowak, dziękujemy Pani Annie Nowak, zapraszamy Panią Annę Nowak, rozmowa z Panią Anną Nowak',
    )
  })

  test('has slash forms of the title where nobody said which', () => {
    expect(withNames('{osobą}', { ...person, formOfAddress: 'unknown' }, forms)).toBe(
      'Panią/Panem Anną Nowak',
    )
  })

  test('keeps its places where nothing was confirmed, but the nominative', () => {
    expect(withNames('{osoba} {osobie}', person, null)).toBe('Pani Anna Nowak {osobie}')
    expect(withNames(text, null, null)).toBe(text)
  })

  test('needs confirmed forms for any case but the nominative', () => {
    expect(needsForms('{osoba}')).toBe(false)
    expect(needsForms('dla {osoby}')).toBe(true)
    expect(needsForms('{osób} osoby')).toBe(false)
  })
})
