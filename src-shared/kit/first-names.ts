/** Familiar forms of first names as offices meet them on hand-written lists, folded; each with the names it stands for. */
const familiar: Record<string, readonly string[]> = {
  ada: ['adrianna', 'adela'],
  adas: ['adam'],
  aga: ['agnieszka', 'agata'],
  agnes: ['agnieszka'],
  ala: ['alicja', 'alina'],
  alek: ['aleksander'],
  andzia: ['anna'],
  ania: ['anna'],
  antek: ['antoni'],
  asia: ['joanna'],
  bartek: ['bartlomiej', 'bartosz'],
  basia: ['barbara'],
  beatka: ['beata'],
  bogus: ['boguslaw', 'bogumil'],
  bozenka: ['bozena'],
  czarek: ['cezary'],
  czesiek: ['czeslaw'],
  danka: ['danuta'],
  danusia: ['danuta'],
  darek: ['dariusz'],
  dorotka: ['dorota'],
  ela: ['elzbieta'],
  elzunia: ['elzbieta'],
  ewka: ['ewa'],
  franek: ['franciszek'],
  gienek: ['eugeniusz'],
  gienia: ['eugenia', 'genowefa'],
  gosia: ['malgorzata'],
  grazynka: ['grazyna'],
  grzesiek: ['grzegorz'],
  hania: ['hanna'],
  hela: ['helena'],
  henio: ['henryk'],
  inka: ['irena'],
  irenka: ['irena'],
  iwonka: ['iwona'],
  iza: ['izabela'],
  jacus: ['jacek'],
  jadzia: ['jadwiga'],
  janek: ['jan'],
  janka: ['janina'],
  jas: ['jan'],
  jasiek: ['jan'],
  jedrek: ['andrzej'],
  jola: ['jolanta'],
  jurek: ['jerzy'],
  kaja: ['karolina'],
  kamilka: ['kamila'],
  karolinka: ['karolina'],
  kasia: ['katarzyna'],
  kazia: ['kazimiera'],
  kazik: ['kazimierz'],
  kinia: ['kinga'],
  kostek: ['konstanty'],
  krysia: ['krystyna'],
  krzysiek: ['krzysztof'],
  krzys: ['krzysztof'],
  kuba: ['jakub'],
  leszek: ['leszek', 'lech'],
  lidka: ['lidia'],
  lodzia: ['leokadia'],
  lucek: ['lucjan'],
  lukaszek: ['lukasz'],
  maciek: ['maciej'],
  madzia: ['magdalena'],
  magda: ['magdalena'],
  malgosia: ['malgorzata'],
  mania: ['maria'],
  marcel: ['marceli'],
  maryla: ['maria'],
  marysia: ['maria'],
  marzenka: ['marzena'],
  michas: ['michal'],
  mietek: ['mieczyslaw'],
  mirek: ['miroslaw'],
  mirka: ['miroslawa'],
  monia: ['monika'],
  natalka: ['natalia'],
  olek: ['aleksander'],
  ola: ['aleksandra'],
  pawelek: ['pawel'],
  piotrek: ['piotr'],
  przemek: ['przemyslaw'],
  radek: ['radoslaw'],
  rafalek: ['rafal'],
  renia: ['renata', 'irena'],
  robcio: ['robert'],
  romek: ['roman'],
  rysiek: ['ryszard'],
  slawek: ['slawomir'],
  stach: ['stanislaw'],
  stasia: ['stanislawa'],
  stasiek: ['stanislaw'],
  staszek: ['stanislaw'],
  stefcia: ['stefania'],
  sylwek: ['sylwester'],
  szymek: ['szymon'],
  tadek: ['tadeusz'],
  tereska: ['teresa'],
  tomek: ['tomasz'],
  tosia: ['antonina'],
  ula: ['urszula'],
  wacek: ['waclaw'],
  wandzia: ['wanda'],
  wiesia: ['wieslawa'],
  wiesiek: ['wieslaw'],
  wiktorek: ['wiktor'],
  witek: ['witold'],
  wladek: ['wladyslaw'],
  wojtek: ['wojciech'],
  zbyszek: ['zbigniew'],
  zdzich: ['zdzislaw'],
  zdzisiek: ['zdzislaw'],
  zenek: ['zenon'],
  zosia: ['zofia'],
  zuza: ['zuzanna'],
  zuzia: ['zuzanna'],
  zyta: ['zyta', 'edyta'],
}

/** The names that a folded first name may stand for: `ela` → `elzbieta`; any other stands for itself. */
export function formalNames(name: string): readonly string[] {
  // A name may be typed that every object has by itself (`constructor`).
  return (Object.hasOwn(familiar, name) && familiar[name]) || [name]
}

/** May these folded first names be one name in two forms (`kasia` and `katarzyna`)? False for the same word. */
export function isFamiliarFormOf(one: string, other: string): boolean {
  return one !== other && formalNames(one).some((name) => formalNames(other).includes(name))
}

/** First names that many people have and that stand for no familiar form above, folded. */
const others = new Set(
  `
  alan amelia aneta angelika aniela arkadiusz artur aurelia blanka blazej bronislaw bronislawa cecylia celina
  damian daniel daria dawid dominik dominika edward eliza emil emilia ernest eryk fabian felicja feliks filip
  gabriel gabriela gustaw halina henryka hubert hugo ida iga ignacy igor ilona izydor jagoda jaroslaw jeremi
  jozef jozefa judyta julia julian julianna justyna kacper kajetan kalina karina karol klara klaudia konrad
  kornelia ksawery ksenia laura lena leon leonard lew liliana lilianna ludwik ludwika luiza maja maksymilian
  malwina marcelina marcin marek mariola mariusz marlena marta martyna mateusz matylda michalina mikolaj milena
  milosz nadia natan nela nikodem nikola nina norbert oktawia olga oliwia oliwier oskar otylia patrycja patryk
  paulina pola roza rozalia ryszarda sabina sandra sara sebastian seweryn stella sylwia tamara tobiasz tymon
  tymoteusz violetta weronika wiktoria wincenty wioletta wladyslawa wlodzimierz zaneta zdzislawa zygmunt
  `
    .trim()
    .split(/\s+/),
)
const formal = new Set(Object.values(familiar).flat())

/** Is this folded word a first name that many people have, in a formal or a familiar form? It may be a surname as well. */
export function isCommonFirstName(name: string): boolean {
  return others.has(name) || formal.has(name) || Object.hasOwn(familiar, name)
}
