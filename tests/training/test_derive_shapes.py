from collections import Counter

from training.derive_points import Part
from training.derive_shapes import Shape, centre, extents, named, shapes_in

from onrecord.resolve.geonames import City

SQUARE = [[0, 0], [10, 0], [0, 10], [-10, 0], [0, -10]]
BESIDE = [[10, 0], [10, 0], [0, 10], [-10, 0], [0, -10]]
TOPOLOGY = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [SQUARE, BESIDE],
    "objects": {
        "xa": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0]], "properties": {"name": "Old West"}},
                {"type": "Polygon", "arcs": [[1]], "properties": {"name": "Ostland"}},
            ]
        }
    },
}
TOWNS = [
    City("1", "Oldport", "XA", "XA.01", 1.0, 1.0, 9, ()),
    City("2", "Farley", "XA", "XA.01", 9.0, 12.0, 9, ()),
    City("3", "Edge", "XA", "XA.02", 5.0, 25.0, 9, ()),
]


def part(east, north, area=1.0):
    return Part(area, (east, north), (east - 1, north - 1, east + 1, north + 1))


def test_settlements_are_told_by_the_shape_that_they_lie_in():
    west, east = shapes_in(TOPOLOGY, TOWNS)
    assert (west.name, west.settled) == ("Old West", Counter({"XA.01": 1}))
    assert (east.name, east.settled) == ("Ostland", Counter({"XA.01": 1}))


def test_an_area_is_all_shapes_of_which_most_settlements_are_its_own():
    found = extents(shapes_in(TOPOLOGY, TOWNS), Counter({"XA.01": 2, "XA.02": 1}))
    assert found == {"XA.01": ("0.00,0.00,20.00,10.00", "5.00,10.00")}


def test_shapes_that_hold_too_little_of_an_area_are_not_it():
    assert extents(shapes_in(TOPOLOGY, TOWNS), Counter({"XA.01": 9})) == {}


def test_a_centre_across_the_date_line_lies_there():
    north, east = centre([part(179, 60), part(-179, 60)])
    assert (round(north), abs(round(east))) == (60, 180)


def test_an_unknown_name_is_the_areas_own_where_the_shape_is_the_area_else_of_an_area_within():
    shapes = [
        Shape("Jawa Barat", [part(0, 0)], Counter({"XA.01": 9})),
        Shape("Former", [part(5, 0)], Counter({"XA.02": 2})),
        Shape("Known", [part(5, 0)], Counter({"XA.02": 2})),
        Shape("Southern", [part(5, 0)], Counter({"XA.02": 2})),
    ]
    found = named(shapes, Counter({"XA.01": 10, "XA.02": 10}), {"known"}, {"XA.01", "XA.02"})
    assert [(code, shape.name, same) for code, shape, same in found] == [
        ("XA.01", "Jawa Barat", True),
        ("XA.02", "Former", False),
    ]
