using Atat.Training.Batches;

namespace Atat.Training.Tests;

public sealed class BackgroundTests
{
    [Fact]
    public void Items_come_in_order_and_a_few_ahead()
    {
        var made = 0;
        IEnumerable<Item> Make()
        {
            for (; made < 50; made++)
            {
                yield return new Item(made);
            }
        }

        var taken = 0;
        foreach (var item in Background.Prepare(Make(), 2))
        {
            Assert.Equal(taken++, item.Number);

            // Two wait, one is in the making, one is taken.
            Assert.InRange(Volatile.Read(ref made), 0, taken + 3);
        }

        Assert.Equal(50, taken);
    }

    [Fact]
    public void What_is_not_taken_is_disposed_of()
    {
        var items = Enumerable.Range(0, 20).Select(i => new Item(i)).ToArray();
        foreach (var item in Background.Prepare(items, 3))
        {
            if (item.Number == 4)
            {
                break;
            }
        }

        Assert.All(items[..5], i => Assert.False(i.Disposed));
        Assert.Contains(items[5..], i => i.Disposed || i.Number > 8);
        Assert.True(items[5].Disposed);
    }

    [Fact]
    public void A_failure_of_the_other_thread_is_thrown_to_who_takes()
    {
        IEnumerable<Item> Make()
        {
            yield return new Item(0);
            throw new InvalidDataException("broken");
        }

        Assert.Equal("broken", Assert.Throws<InvalidDataException>(() => Background.Prepare(Make(), 1).Count()).Message);
    }

    private sealed class Item(int number) : IDisposable
    {
        public int Number { get; } = number;

        public bool Disposed { get; private set; }

        public void Dispose() => Disposed = true;
    }
}
