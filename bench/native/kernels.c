/* What one core does with these jobs in C, for comparison: gcc -O3 -march=native -o kernels kernels.c -lm, sums in the order of the text.
   kernels FOLDER JOB REPETITIONS prints {"seconds": [...], "figures": {...}}. The data are those of bench/data. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define DAYS 6300
#define MANY 500
#define MONTHS 600
#define STOCKS 3000
#define COST 0.001
#define PATHS 10000
#define VARIANTS 500

static const char *folder;

static void *load(const char *name, size_t bytes) {
  char path[1024];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  void *data = malloc(bytes);
  if (!file || !data || fread(data, 1, bytes, file) != bytes) {
    fprintf(stderr, "cannot read %s\n", path);
    exit(1);
  }
  fclose(file);
  return data;
}

static double seconds(void) {
  struct timespec time;
  timespec_get(&time, TIME_UTC);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* Partial order: afterwards the entries before `place` are not above it, those after it not below. */
static void part(double *values, int count, int place) {
  int low = 0, high = count - 1;
  while (high > low) {
    double pivot = values[low + (high - low) / 2];
    int left = low, right = high;
    for (;;) {
      while (values[left] < pivot) left++;
      while (pivot < values[right]) right--;
      if (left > right) break;
      double held = values[left];
      values[left++] = values[right];
      values[right--] = held;
      if (left > right) break;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else return;
  }
}

/* Quantile of type 7; changes the order of the values. */
static double quantile(double *values, int count, double share) {
  double position = share * (count - 1);
  int place = (int)position;
  if (place + 1 >= count) {
    part(values, count, count - 1);
    return values[count - 1];
  }
  part(values, count, place + 1);
  double under = values[0];
  for (int i = 1; i <= place; i++)
    if (values[i] > under) under = values[i];
  return under + (position - place) * (values[place + 1] - under);
}

/* Wealth of a mix that is set back on marked days. */
static void walk(const double *returns, int width, const int *marks, const double *weights, double *held, double *wealth) {
  double bought = 0;
  for (int i = 0; i < width; i++) bought += fabs(weights[i]);
  double left = 1 - COST * bought;
  for (int i = 0; i < width; i++) held[i] = left * weights[i];
  wealth[0] = left;
  for (int day = 1; day < DAYS; day++) {
    const double *row = returns + (size_t)day * width;
    double total = 0;
    for (int i = 0; i < width; i++) {
      held[i] *= 1 + row[i];
      total += held[i];
    }
    if (marks[day]) {
      double traded = 0;
      for (int i = 0; i < width; i++) traded += fabs(weights[i] * total - held[i]);
      total -= COST * traded;
      for (int i = 0; i < width; i++) held[i] = weights[i] * total;
    }
    wealth[day] = total;
  }
}

enum { CAGR, VOLATILITY, SHARPE, SORTINO, DRAWDOWN, CALMAR, SKEWNESS, KURTOSIS, VALUE_AT_RISK, SHORTFALL, OMEGA, ULCER,
  BEST, WORST, RISES, LONGEST, FIGURES };
static const char *const figure_names[FIGURES] = {"cagrByPeriods", "volatility", "sharpeRatio", "sortinoRatio", "maxDrawdown",
  "calmarByPeriods", "skewness", "excessKurtosis", "valueAtRisk", "expectedShortfall", "omegaRatio", "ulcerIndex", "best", "worst",
  "rises", "longest"};

/* Sixteen figures of a path of wealth; its first entry is the wealth after the purchase, out of 1. */
static void describe(const double *wealth, double *returns, double *out) {
  const int n = DAYS - 1;
  double sum = 0;
  for (int i = 0; i < n; i++) sum += returns[i] = wealth[i + 1] / wealth[i] - 1;
  const double mean = sum / n;
  double second = 0, third = 0, fourth = 0, below = 0, gains = 0, losses = 0, best = returns[0], worst = returns[0];
  int rises = 0;
  for (int i = 0; i < n; i++) {
    const double x = returns[i], d = x - mean, dd = d * d;
    second += dd;
    third += dd * d;
    fourth += dd * dd;
    if (x < 0) {
      below += x * x;
      losses -= x;
    } else gains += x;
    rises += x > 0;
    best = x > best ? x : best;
    worst = x < worst ? x : worst;
  }
  double peak = wealth[0], deepest = 0, squares = 0;
  int under = 0, longest = 0;
  for (int i = 0; i < DAYS; i++) {
    if (wealth[i] >= peak) {
      peak = wealth[i];
      under = 0;
    } else if (++under > longest) longest = under;
    const double fall = wealth[i] / peak - 1;
    if (fall < deepest) deepest = fall;
    squares += fall * fall;
  }
  const double deviation = sqrt(second / (n - 1)), year = sqrt(252);
  out[CAGR] = pow(wealth[n], 252.0 / n) - 1;
  out[VOLATILITY] = deviation * year;
  out[SHARPE] = mean / deviation * year;
  out[SORTINO] = mean / sqrt(below / n) * year;
  out[DRAWDOWN] = deepest;
  out[CALMAR] = out[CAGR] / -deepest;
  out[SKEWNESS] = third / n / pow(second / n, 1.5);
  out[KURTOSIS] = fourth / n / (second / n * (second / n)) - 3;
  out[OMEGA] = gains / losses;
  out[ULCER] = sqrt(squares / DAYS);
  out[BEST] = best;
  out[WORST] = worst;
  out[RISES] = (double)rises / n;
  out[LONGEST] = longest;
  out[VALUE_AT_RISK] = quantile(returns, n, 0.05);
  double tail = 0;
  int counted = 0;
  const int last = (int)(0.05 * (n - 1)) + 1;
  for (int i = 0; i <= last; i++)
    if (returns[i] <= out[VALUE_AT_RISK]) {
      tail += returns[i];
      counted++;
    }
  out[SHORTFALL] = tail / counted;
}

/* The part of the small asset grows by 1/499 from variant to variant, the rest is divided 5 : 2 : 2 : 1. Variants beside each other share an instruction. */
#define LANES 8
static void sweep(const double *returns, const int *const marks[2], double (*out)[4]) {
  const double rest[4] = {0.5, 0.2, 0.2, 0.1};
  for (int rhythm = 0; rhythm < 2; rhythm++)
    for (int group = 0; group < VARIANTS; group += LANES) {
      const int first = group + LANES <= VARIANTS ? group : VARIANTS - LANES;
      double weights[5][LANES], held[5][LANES], before[LANES], peak[LANES], lowest[LANES], sum[LANES], squares[LANES];
      for (int l = 0; l < LANES; l++) {
        const double small = (first + l) / 499.0;
        weights[0][l] = small;
        for (int i = 1; i < 5; i++) weights[i][l] = (1 - small) * rest[i - 1];
        double bought = 0;
        for (int i = 0; i < 5; i++) bought += weights[i][l];
        before[l] = peak[l] = 1 - COST * bought;
        for (int i = 0; i < 5; i++) held[i][l] = weights[i][l] * before[l];
        lowest[l] = 1;
        sum[l] = squares[l] = 0;
      }
      for (int day = 1; day < DAYS; day++) {
        const double *row = returns + (size_t)day * 5;
        double total[LANES] = {0};
        for (int i = 0; i < 5; i++) {
          const double growth = 1 + row[i];
          for (int l = 0; l < LANES; l++) {
            held[i][l] *= growth;
            total[l] += held[i][l];
          }
        }
        if (marks[rhythm][day]) {
          double traded[LANES] = {0};
          for (int i = 0; i < 5; i++)
            for (int l = 0; l < LANES; l++) traded[l] += fabs(weights[i][l] * total[l] - held[i][l]);
          for (int l = 0; l < LANES; l++) total[l] -= COST * traded[l];
          for (int i = 0; i < 5; i++)
            for (int l = 0; l < LANES; l++) held[i][l] = weights[i][l] * total[l];
        }
        for (int l = 0; l < LANES; l++) {
          const double x = total[l] / before[l] - 1;
          sum[l] += x;
          squares[l] += x * x;
          before[l] = total[l];
          peak[l] = total[l] > peak[l] ? total[l] : peak[l];
          const double share = total[l] / peak[l];
          lowest[l] = share < lowest[l] ? share : lowest[l];
        }
      }
      const int n = DAYS - 1;
      for (int l = 0; l < LANES; l++) {
        const double mean = sum[l] / n, deviation = sqrt((squares[l] - n * mean * mean) / (n - 1));
        double *figures = out[rhythm * VARIANTS + first + l];
        figures[0] = pow(before[l], 252.0 / n) - 1;
        figures[1] = deviation * sqrt(252);
        figures[2] = mean / deviation * sqrt(252);
        figures[3] = lowest[l] - 1;
      }
    }
}

static uint32_t word = 2463534242u;
static inline uint32_t draw(void) {
  word ^= word << 13;
  word ^= word >> 17;
  return word ^= word << 5;
}
static inline uint32_t draw_below(uint32_t count) { return (uint32_t)((uint64_t)draw() * count >> 32); }

static int ascending(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* Paths made of blocks of the months, a new one beginning with one chance in twelve. */
static void bootstrap(const double *months, double (*out)[PATHS], double *quantiles) {
  const uint32_t chance = (uint32_t)(4294967296.0 / 12);
  word = 2463534242u;
  for (int path = 0; path < PATHS; path++) {
    double wealth = 1, peak = 1, lowest = 1, sum = 0, squares = 0;
    uint32_t month = draw_below(MONTHS);
    for (int step = 0; step < MONTHS; step++) {
      if (step > 0) {
        if (draw() < chance) month = draw_below(MONTHS);
        else month = month + 1 == MONTHS ? 0 : month + 1;
      }
      const double x = months[month];
      sum += x;
      squares += x * x;
      wealth *= 1 + x;
      peak = wealth > peak ? wealth : peak;
      const double share = wealth / peak;
      lowest = share < lowest ? share : lowest;
    }
    const double mean = sum / MONTHS;
    out[0][path] = pow(wealth, 12.0 / MONTHS) - 1;
    out[1][path] = mean / sqrt((squares - MONTHS * mean * mean) / (MONTHS - 1)) * sqrt(12);
    out[2][path] = lowest - 1;
  }
  const int places[3] = {PATHS / 20 - 1, PATHS / 2 - 1, PATHS * 19 / 20 - 1};
  for (int figure = 0; figure < 3; figure++) {
    qsort(out[figure], PATHS, sizeof(double), ascending);
    for (int place = 0; place < 3; place++) quantiles[3 * figure + place] = out[figure][places[place]];
  }
}

/* Each June: the smaller half, of it the cheapest 30 %, of those all but the least profitable 30 %, by size. Returns the months. */
static int screen(const double *returns, const double *sizes, const double *book, const double *profits, double *out) {
  static int names[STOCKS];
  static double values[STOCKS], scratch[STOCKS], held[STOCKS];
  int months = 0;
  for (int year = 1; year < MONTHS / 12; year++) {
    const int june = 12 * year + 5;
    const double *size = sizes + (size_t)june * STOCKS, *december = sizes + (size_t)(12 * year - 1) * STOCKS;
    const double *equity = book + (size_t)(year - 1) * STOCKS, *profit = profits + (size_t)(year - 1) * STOCKS;
    int count = 0, kept = 0;
    for (int i = 0; i < STOCKS; i++)
      if (isfinite(size[i]) && isfinite(december[i]) && equity[i] > 0 && isfinite(profit[i])) {
        names[count] = i;
        values[count++] = size[i];
      }
    memcpy(scratch, values, count * sizeof(double));
    double cut = quantile(scratch, count, 0.5);
    for (int k = 0; k < count; k++)
      if (values[k] <= cut) {
        const int i = names[k];
        names[kept] = i;
        values[kept++] = equity[i] / december[i];
      }
    count = kept, kept = 0;
    memcpy(scratch, values, count * sizeof(double));
    cut = quantile(scratch, count, 0.7);
    for (int k = 0; k < count; k++)
      if (values[k] >= cut) {
        const int i = names[k];
        names[kept] = i;
        values[kept++] = profit[i];
      }
    count = kept, kept = 0;
    memcpy(scratch, values, count * sizeof(double));
    cut = quantile(scratch, count, 0.3);
    for (int k = 0; k < count; k++)
      if (values[k] > cut) {
        names[kept] = names[k];
        held[kept++] = size[names[k]];
      }
    count = kept;
    for (int month = june + 1; month <= june + 12 && month < MONTHS; month++) {
      const double *row = returns + (size_t)month * STOCKS;
      double before = 0, gain = 0;
      kept = 0;
      for (int k = 0; k < count; k++) {
        const double x = row[names[k]];
        if (!isfinite(x)) continue;
        before += held[k];
        gain += held[k] * x;
        names[kept] = names[k];
        held[kept++] = held[k] * (1 + x);
      }
      count = kept;
      out[months++] = gain / before;
    }
  }
  return months;
}

static int repetitions;
static double times[4096];

/* Runs a statement three times for nothing and then as often as was asked for. */
#define MEASURE(statement)                             \
  for (int round_ = -3; round_ < repetitions; round_++) { \
    const double start_ = seconds();                   \
    statement;                                         \
    if (round_ >= 0) times[round_] = seconds() - start_; \
  }

static void print_start(void) {
  printf("{\"seconds\":[");
  for (int i = 0; i < repetitions; i++) printf("%s%.9f", i ? "," : "", times[i]);
  printf("],\"figures\":{");
}

int main(int count, char **words) {
  if (count < 4) return 2;
  folder = words[1];
  const char *job = words[2];
  repetitions = atoi(words[3]);
  if (repetitions < 1 || repetitions > 4096) return 2;
  static double wealth[DAYS], scratch[DAYS], held[MANY], weights[MANY], figures[FIGURES], variants[2 * VARIANTS][4];
  const int *month_ends = load("monthend.i32", DAYS * sizeof(int));
  const int *quarter_ends = load("quarterend.i32", DAYS * sizeof(int));
  if (!strcmp(job, "J1")) {
    const double *returns = load("d5_ret.f64", DAYS * 5 * sizeof(double));
    const double mix[5] = {0.3, 0.3, 0.15, 0.2, 0.05};
    MEASURE((walk(returns, 5, month_ends, mix, held, wealth), describe(wealth, scratch, figures)));
    print_start();
    printf("\"end\":%.17g", wealth[DAYS - 1]);
    for (int i = 0; i < FIGURES; i++) printf(",\"%s\":%.17g", figure_names[i], figures[i]);
  } else if (!strcmp(job, "J2")) {
    const double *returns = load("d5_ret.f64", DAYS * 5 * sizeof(double));
    const int *const marks[2] = {month_ends, quarter_ends};
    MEASURE(sweep(returns, marks, variants));
    print_start();
    for (int v = 250; v <= 750; v += 500)
      printf("%s\"v%d\":[%.17g,%.17g,%.17g,%.17g]", v > 250 ? "," : "", v, variants[v][0], variants[v][1], variants[v][2], variants[v][3]);
  } else if (!strcmp(job, "J3")) {
    const double *returns = load("d500.f64", (size_t)DAYS * MANY * sizeof(double));
    for (int i = 0; i < MANY; i++) weights[i] = 1.0 / MANY;
    MEASURE((walk(returns, MANY, month_ends, weights, held, wealth), describe(wealth, scratch, figures)));
    print_start();
    printf("\"end\":%.17g", wealth[DAYS - 1]);
    for (int i = 0; i < FIGURES; i++) printf(",\"%s\":%.17g", figure_names[i], figures[i]);
  } else if (!strcmp(job, "J4")) {
    const double *returns = load("d5_ret.f64", DAYS * 5 * sizeof(double));
    wealth[0] = 1;
    for (int day = 1; day < DAYS; day++) wealth[day] = wealth[day - 1] * (1 + returns[5 * day + 1]);
    MEASURE(describe(wealth, scratch, figures));
    print_start();
    printf("\"end\":%.17g", wealth[DAYS - 1]);
    for (int i = 0; i < FIGURES; i++) printf(",\"%s\":%.17g", figure_names[i], figures[i]);
  } else if (!strcmp(job, "J5")) {
    const double *months = load("m600.f64", MONTHS * sizeof(double));
    static double out[3][PATHS], quantiles[9];
    MEASURE(bootstrap(months, out, quantiles));
    print_start();
    const char *const names[3] = {"cagr", "sharpeRatio", "maxDrawdown"};
    for (int f = 0; f < 3; f++)
      printf("%s\"%s\":[%.17g,%.17g,%.17g]", f ? "," : "", names[f], quantiles[3 * f], quantiles[3 * f + 1], quantiles[3 * f + 2]);
  } else if (!strcmp(job, "J6")) {
    const size_t large = (size_t)STOCKS * MONTHS * sizeof(double), small = large / 12;
    const double *returns = load("panel_ret.f64", large), *sizes = load("panel_me.f64", large);
    const double *book = load("panel_be.f64", small), *profits = load("panel_op.f64", small);
    static double out[MONTHS];
    int months = 0;
    MEASURE(months = screen(returns, sizes, book, profits, out));
    double sum = 0;
    for (int i = 0; i < months; i++) sum += out[i];
    print_start();
    printf("\"months\":%d,\"sum\":%.17g", months, sum);
  } else return 3;
  printf("}}\n");
  return 0;
}
