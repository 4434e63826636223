const longest =
  'On the Expressiveness, Trainability, Robustness, Calibration, Interpretability and Computational Cost of ' +
  'Deep Sequence Models under Distribution Shift: An Empirical, Theoretical and Historical Account of ' +
  'What Is Known, and What Is Not';

const longestInHebrew =
  'מודלים של שפה, למידה בהקשר וירידה במדרון: מחקר אמפירי ותאורטי על רשתות עמוקות, ' +
  'על זיכרון ארוך טווח ועל מה שהן לומדות כשהנתונים משתנים לאורך זמן ' +
  'בתנאים שבהם איש אינו יודע מראש מה יבוא אחריהם ומה לא יבוא, ' +
  'ועל המחיר של כל אלה';

/** The most letters of a title in these sites. */
export const longestTitle = 200;

const cut = (title: string) => `${title.slice(0, longestTitle - 1)}…`;

/** Kinds of titles. The first two are as short as possible. */
const titles: readonly string[] = [
  'K',
  '学',
  cut(longest),
  cut(longestInHebrew),
  'למידה בהקשר של מודלי שפה',
  'تعلّم الآلة في السياق: دراسة تجريبية',
  'Transformers לומדים GD: 3 שכבות, 50% פחות (ICLR 2026)',
  'مقارنة بين BERT و Mamba (v2) على 1,000 جملة',
  'Обучение с подкреплением, или Как не терять память',
  '上下文学习与梯度下降：一项关于线性注意力的实验研究',
  '文脈内学習は最適化か「検索」か',
  'Πότε μαθαίνει ένα δίκτυο;',
  'संदर्भ में सीखना',
  'What <unk> Knows: Tokens <pad>, <|endoftext|> and </think> in Language Models',
  'When x < y & y > x: 100 % of the {Braces}, #1',
  'Is p<0.05 Enough for n>30?',
  'snake_case, kebab-case and C:\\> in 5 $ of Compute, up from 3 $',
  'A ~ B^2 @ 10 % -- "Quoted", \'single\' and ’90s',
  '[Re] A* Search, (Almost) Everywhere',
  '- Leading Hyphens: Yes, No, null, ~ and 1e3',
  'Emoji 🧪🤖 Are 👩‍🔬 Tokens, Too',
  'Łódź, Škoda, Đà Nẵng, Ærøskøbing, İstanbul',
  'Supercalifragilisticexpialidocious-Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'constructor',
  '404',
  'How Much Does Attention Forget?!',
];

/** Builds the title of an entry: each of the list once, then titles with a number. */
export function buildTitle(index: number): string {
  return (
    titles[index] ??
    `Study ${index} of ${titles[index % titles.length] ?? ''}`.slice(0, longestTitle)
  );
}

export const sentences: readonly string[] = [
  'Models of this size forget what they saw first, unless the loss of each token is weighed.',
  'Мы обучаем модель на последовательностях известной длины и измеряем ошибку.',
  '我们在已知长度的序列上训练模型，并测量误差。',
  'نقيس الخطأ على تسلسلات معروفة الطول (بين 10 و 100).',
  'אנו מודדים את השגיאה על סדרות באורך ידוע, למשל 10–100.',
  'The error fell from 12 % to 3.5 % -- at p<0.05, n>30, with no tuning at all...',
  'It "works", as Ngọc’s R&D group says; {nothing} was tuned #once, and a_b stays a_b.',
  'A word that cannot be broken: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.',
];

/** Escapes the words of a field as Markdown. */
export const escape = (words: string): string => words.replace(/[<{}]/g, '\\$&');
