using System.CommandLine;
using Atat.Formats.Files;
using Atat.LightCurves;

namespace Atat.Cli.Verbs;

/// <summary>Options of every import that choose metadata columns and say what some stand for.</summary>
internal static class MetadataOptions
{
    private static readonly (Option<string?> Option, MetadataRole Role)[] Roles =
    [
        (Role("--redshift", "Metadata column that holds the redshift."), MetadataRole.Redshift),
        (Role("--redshift-error", "Metadata column that holds the redshift's error."), MetadataRole.RedshiftError),
        (Role("--reddening", "Metadata column that holds the Milky Way's E(B-V)."), MetadataRole.MilkyWayReddening),
        (Role("--period", "Metadata column that holds the period in days."), MetadataRole.Period),
    ];

    /// <summary>Adds the options of the roles to a command.</summary>
    public static void AddRolesTo(Command command)
    {
        foreach (var (option, _) in Roles)
        {
            command.Add(option);
        }
    }

    /// <summary>The columns named between commas.</summary>
    public static IEnumerable<MetadataColumn> Columns(IEnumerable<string> names) => names.Select(n => new MetadataColumn(n));

    /// <summary>Gives the columns of an import the roles that the command line names.</summary>
    /// <exception cref="InputException">No such column, or one with two roles.</exception>
    public static CatalogSchema WithRoles(CatalogSchema schema, ParseResult arguments)
    {
        var columns = schema.Metadata;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (option, role) in Roles)
        {
            if (arguments.GetValue(option) is not { } name)
            {
                continue;
            }

            if (schema.MetadataIndex(name) < 0)
            {
                var near = NearestName.Of(name, columns.Select(c => c.Name)) is { } n ? $"; did you mean '{n}'?" : "; name it in --metadata too.";
                throw new InputException($"{option.Name} {name}: no such metadata column{near}");
            }

            if (!taken.Add(name))
            {
                throw new InputException($"{option.Name} {name}: the column has another role already.");
            }

            columns = [.. columns.Select(c => c.Name == name ? c with { Role = role } : c.Role == role ? c with { Role = MetadataRole.None } : c)];
        }

        return schema with { Metadata = columns };
    }

    private static Option<string?> Role(string name, string description) => new(name) { Description = description, HelpName = "COLUMN" };
}
