using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Atat.Networks.Weights;

/// <summary>
/// Reads a pickle (protocols 2 to 5) as plain values: numbers, text, <c>object?[]</c> for tuples and lists' items, dictionaries. A name of
/// Python's is a <see cref="PickleGlobal"/> and never called; what a call of it would make, the reader is told by <paramref name="call"/>.
/// </summary>
/// <param name="data">The pickle.</param>
/// <param name="call">Makes the value of a call; throws <see cref="InvalidDataException"/> for what is not allowed.</param>
/// <param name="persistent">Makes the value of a persistent identifier.</param>
internal sealed class PickleReader(byte[] data, Func<PickleGlobal, object?[], object?> call, Func<object?, object?> persistent)
{
    // More values than a checkpoint of a hundred thousand tensors has.
    private const int MostValues = 10_000_000;

    private readonly List<object?> stack = [];
    private readonly List<int> marks = [];
    private readonly Dictionary<long, object?> memo = [];
    private int at;

    /// <summary>Reads the one value.</summary>
    /// <exception cref="InvalidDataException">The pickle is damaged, or has something that is not allowed.</exception>
    public object? Read()
    {
        while (true)
        {
            var code = (char)Take(1)[0];
            if (code == '.')
            {
                return Pop();
            }

            Step(code);
            if (stack.Count > MostValues || memo.Count > MostValues)
            {
                throw new InvalidDataException($"more than {MostValues:N0} values");
            }
        }
    }

    private void Step(char code)
    {
        switch (code)
        {
            case '\x80': Take(1); break;
            case '\x95': Take(8); break;
            case '(': marks.Add(stack.Count); break;
            case '0': Pop(); break;
            case '1': PopMark(); break;
            case 'N': stack.Add(null); break;
            case '\x88': stack.Add(true); break;
            case '\x89': stack.Add(false); break;
            case 'K': stack.Add((long)Take(1)[0]); break;
            case 'M': stack.Add((long)BinaryPrimitives.ReadUInt16LittleEndian(Take(2))); break;
            case 'J': stack.Add((long)BinaryPrimitives.ReadInt32LittleEndian(Take(4))); break;
            case '\x8a': stack.Add(Long(Take(Take(1)[0]))); break;
            case 'G': stack.Add(BinaryPrimitives.ReadDoubleBigEndian(Take(8))); break;
            case 'X': stack.Add(Text(Length())); break;
            case '\x8c': stack.Add(Text(Take(1)[0])); break;
            case 'B': stack.Add(Take(Length()).ToArray()); break;
            case 'C': stack.Add(Take(Take(1)[0]).ToArray()); break;
            case 'c': stack.Add(new PickleGlobal(Line(), Line())); break;
            case '\x93': stack.Add(StackGlobal()); break;
            default: StepOver(code); break;
        }
    }

    private void StepOver(char code)
    {
        switch (code)
        {
            case ')': stack.Add(Array.Empty<object?>()); break;
            case 't': stack.Add(PopMark()); break;
            case '\x85': stack.Add(PopMany(1)); break;
            case '\x86': stack.Add(PopMany(2)); break;
            case '\x87': stack.Add(PopMany(3)); break;
            case ']': stack.Add(new List<object?>()); break;
            case 'l': stack.Add(new List<object?>(PopMark())); break;
            case 'a': Append(PopMany(1)); break;
            case 'e': Append(PopMark()); break;
            case '}': stack.Add(new Dictionary<object, object?>()); break;
            case 's': SetItems(PopMany(2)); break;
            case 'u': SetItems(PopMark()); break;
            case 'q': memo[Take(1)[0]] = Peek(); break;
            case 'r': memo[BinaryPrimitives.ReadUInt32LittleEndian(Take(4))] = Peek(); break;
            case '\x94': memo[memo.Count] = Peek(); break;
            case 'h': stack.Add(Remembered(Take(1)[0])); break;
            case 'j': stack.Add(Remembered(BinaryPrimitives.ReadUInt32LittleEndian(Take(4)))); break;
            case 'Q': stack.Add(persistent(Pop())); break;
            case 'R': Call(); break;

            // State of an object beside its items, such as a module's version: of no concern to weights.
            case 'b': Pop(); break;
            default: throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"byte {at - 1:N0} of its pickle is the instruction 0x{(int)code:x2}, which no state dictionary needs"));
        }
    }

    private void Call()
    {
        var arguments = Pop();
        stack.Add(Pop() is PickleGlobal callee && arguments is object?[] values
            ? call(callee, values)
            : throw new InvalidDataException("its pickle calls something that is no name"));
    }

    private PickleGlobal StackGlobal()
    {
        var names = PopMany(2);
        return names is [string module, string name] ? new PickleGlobal(module, name) : throw new InvalidDataException("its pickle names something with what is no text");
    }

    private void Append(object?[] items)
    {
        if (Peek() is not List<object?> list)
        {
            throw new InvalidDataException("its pickle appends to what is no list");
        }

        list.AddRange(items);
    }

    private void SetItems(object?[] items)
    {
        if (Peek() is not Dictionary<object, object?> dictionary || items.Length % 2 != 0)
        {
            throw new InvalidDataException("its pickle sets items of what is no dictionary");
        }

        for (var i = 0; i < items.Length; i += 2)
        {
            dictionary[items[i] ?? "None"] = items[i + 1];
        }
    }

    private object? Peek() => stack.Count > Floor ? stack[^1] : throw Empty();

    private object? Pop()
    {
        var value = Peek();
        stack.RemoveAt(stack.Count - 1);
        return value;
    }

    private object?[] PopMany(int count)
    {
        if (stack.Count - count < Floor)
        {
            throw Empty();
        }

        var values = stack.GetRange(stack.Count - count, count).ToArray();
        stack.RemoveRange(stack.Count - count, count);
        return values;
    }

    private object?[] PopMark()
    {
        if (marks.Count == 0)
        {
            throw Empty();
        }

        var start = Floor;
        marks.RemoveAt(marks.Count - 1);
        return PopMany(stack.Count - start);
    }

    private int Floor => marks.Count == 0 ? 0 : marks[^1];

    private object? Remembered(long key) => memo.TryGetValue(key, out var value) ? value : throw new InvalidDataException("its pickle recalls what it never kept");

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > data.Length - at)
        {
            throw new InvalidDataException("its pickle is cut short");
        }

        at += count;
        return data.AsSpan(at - count, count);
    }

    private int Length() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    private string Text(int length) => Encoding.UTF8.GetString(Take(length));

    private string Line()
    {
        var end = data.AsSpan(at).IndexOf((byte)'\n');
        var text = Text(end);
        Take(1);
        return text;
    }

    private static long Long(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > sizeof(long))
        {
            throw new InvalidDataException("its pickle has a number beyond 64 bits");
        }

        Span<byte> all = stackalloc byte[sizeof(long)];
        all.Fill(bytes.Length > 0 && bytes[^1] >= 0x80 ? (byte)0xff : (byte)0);
        bytes.CopyTo(all);
        return BinaryPrimitives.ReadInt64LittleEndian(all);
    }

    private static InvalidDataException Empty() => new("its pickle takes from an empty stack");
}
