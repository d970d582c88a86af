"""What an expert would write in Python, for comparison: loops compiled by numba, on the same data.

kernels.py FOLDER JOB REPETITIONS prints {"seconds": [...], "figures": {...}}.
"""
import json
import sys
import time

import numba
import numpy

folder, job, repetitions = sys.argv[1], sys.argv[2], int(sys.argv[3])
DAYS, STOCKS = 6300, 3000


def numbers(name, *shape):
    return numpy.fromfile(f"{folder}/{name}", numpy.float64).reshape(*shape)


@numba.njit(cache=True)
def sweep(returns, marks, weights, out):
    days, width = returns.shape
    held = numpy.empty(width)
    for variant in range(weights.shape[0]):
        mix = weights[variant]
        marked = marks[variant // 500]
        before = 1.0 - 0.001 * mix.sum()
        for i in range(width):
            held[i] = mix[i] * before
        peak, lowest, total_of, squares = before, 1.0, 0.0, 0.0
        for day in range(1, days):
            wealth = 0.0
            for i in range(width):
                held[i] *= 1.0 + returns[day, i]
                wealth += held[i]
            if marked[day]:
                traded = 0.0
                for i in range(width):
                    traded += abs(mix[i] * wealth - held[i])
                wealth -= 0.001 * traded
                for i in range(width):
                    held[i] = mix[i] * wealth
            x = wealth / before - 1.0
            total_of += x
            squares += x * x
            before = wealth
            if wealth > peak:
                peak = wealth
            elif wealth < lowest * peak:
                lowest = wealth / peak
        count = days - 1
        mean = total_of / count
        deviation = numpy.sqrt((squares - count * mean * mean) / (count - 1))
        out[variant, 0] = before ** (252.0 / count) - 1.0
        out[variant, 1] = deviation * numpy.sqrt(252.0)
        out[variant, 2] = mean / deviation * numpy.sqrt(252.0)
        out[variant, 3] = lowest - 1.0


@numba.njit(cache=True)
def bootstrap(months, paths, chance, seed):
    numpy.random.seed(seed)
    count = months.size
    out = numpy.empty((3, paths))
    for path in range(paths):
        wealth, peak, lowest, total, squares = 1.0, 1.0, 1.0, 0.0, 0.0
        month = numpy.random.randint(0, count)
        for step in range(count):
            if step > 0:
                month = month + 1 if month + 1 < count else 0
                if numpy.random.random() < chance:
                    month = numpy.random.randint(0, count)
            x = months[month]
            total += x
            squares += x * x
            wealth *= 1.0 + x
            if wealth > peak:
                peak = wealth
            elif wealth < lowest * peak:
                lowest = wealth / peak
        mean = total / count
        out[0, path] = wealth ** (12.0 / count) - 1.0
        out[1, path] = mean / numpy.sqrt((squares - count * mean * mean) / (count - 1)) * numpy.sqrt(12.0)
        out[2, path] = lowest - 1.0
    return out


@numba.njit(cache=True)
def cut_at(values, share):
    ordered = numpy.sort(values)
    position = share * (values.size - 1)
    place = int(position)
    if place + 1 >= values.size:
        return ordered[place]
    return ordered[place] + (position - place) * (ordered[place + 1] - ordered[place])


@numba.njit(cache=True)
def screen(returns, sizes, book, profits):
    months, stocks = returns.shape
    out = numpy.empty(months)
    done = 0
    names = numpy.empty(stocks, numpy.int64)
    values = numpy.empty(stocks)
    held = numpy.empty(stocks)
    for year in range(1, book.shape[0]):
        june = 12 * year + 5
        size, december, equity, profit = sizes[june], sizes[12 * year - 1], book[year - 1], profits[year - 1]
        count = 0
        for i in range(stocks):
            if size[i] == size[i] and december[i] == december[i] and equity[i] > 0 and profit[i] == profit[i]:
                names[count] = i
                values[count] = size[i]
                count += 1
        cut, kept = cut_at(values[:count], 0.5), 0
        for k in range(count):
            if values[k] <= cut:
                i = names[k]
                names[kept], values[kept] = i, equity[i] / december[i]
                kept += 1
        count = kept
        cut, kept = cut_at(values[:count], 0.7), 0
        for k in range(count):
            if values[k] >= cut:
                i = names[k]
                names[kept], values[kept] = i, profit[i]
                kept += 1
        count = kept
        cut, kept = cut_at(values[:count], 0.3), 0
        for k in range(count):
            if values[k] > cut:
                names[kept], held[kept] = names[k], size[names[k]]
                kept += 1
        count = kept
        for month in range(june + 1, min(june + 13, months)):
            before, gain = 0.0, 0.0
            for k in range(count):
                x = returns[month, names[k]]
                if x == x:
                    before += held[k]
                    gain += held[k] * x
                    held[k] *= 1.0 + x
                else:
                    held[k] = 0.0
            out[done] = gain / before
            done += 1
    return out[:done]


def measure(run):
    for _ in range(3):
        run()
    seconds = []
    for _ in range(repetitions):
        start = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - start)
    return seconds


if job == "J2":
    small = numpy.arange(500) / 499.0
    weights = numpy.empty((500, 5))
    weights[:, 0] = small
    weights[:, 1:] = (1.0 - small)[:, None] * numpy.array([0.5, 0.2, 0.2, 0.1])
    marks = numpy.vstack([numpy.fromfile(f"{folder}/{name}.i32", numpy.int32) for name in ("monthend", "quarterend")])
    returns, out, both = numbers("d5_ret.f64", DAYS, 5), numpy.empty((1000, 4)), numpy.vstack([weights, weights])
    seconds = measure(lambda: sweep(returns, marks, both, out))
    figures = {"v250": out[250].tolist(), "v750": out[750].tolist()}
elif job == "J5":
    months = numbers("m600.f64", 600)
    seconds = measure(lambda: bootstrap(months, 10000, 1 / 12, 1))
    out = bootstrap(months, 10000, 1 / 12, 1)
    shares = [0.05, 0.5, 0.95]
    figures = {name: numpy.quantile(out[row], shares).tolist() for row, name in enumerate(["cagr", "sharpeRatio", "maxDrawdown"])}
elif job == "J6":
    years = 50
    panel = (numbers("panel_ret.f64", 600, STOCKS), numbers("panel_me.f64", 600, STOCKS),
             numbers("panel_be.f64", years, STOCKS), numbers("panel_op.f64", years, STOCKS))
    seconds = measure(lambda: screen(*panel))
    out = screen(*panel)
    figures = {"months": int(out.size), "sum": float(out.sum())}
else:
    sys.exit(3)
print(json.dumps({"seconds": seconds, "figures": figures}))
